package org.waystation.shell.internal.settings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.Settings;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WrappedText;

/** One setting: its label, its control, its help. What is set holds at once; what does not fit is said below. */
final class SettingRow extends Panel {

    private static final Tone GROUND = Tone.EDITOR;

    private final Look look;
    private final Settings settings;

    SettingRow(Composite parent, Look look, Settings settings, Setting setting) {
        super(parent, look, GROUND);
        this.look = look;
        this.settings = settings;
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 10;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 4;
        setLayout(layout);
        setData("org.waystation.id", "waystation.setting." + setting.key());
        Control control = switch (setting) {
            case Setting.Toggle toggle -> toggle(toggle);
            case Setting.Choice choice -> choice(choice);
            case Setting.Amount amount -> amount(amount);
            case Setting.Text text -> text(text);
        };
        control.setData("org.waystation.id", "waystation.setting." + setting.key() + ".control");
        if (!setting.help().isEmpty()) {
            WrappedText help = new WrappedText(this, look, TextStyle.SMALL, Tone.DIM).text(setting.help());
            help.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        }
    }

    private Control toggle(Setting.Toggle setting) {
        Toggle control = new Toggle(this, look, setting.label())
                .on(settings.flag(setting))
                .onChange(on -> settings.set(setting, Boolean.toString(on)));
        control.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 2, 1));
        return control;
    }

    private Control choice(Setting.Choice setting) {
        label(setting);
        Choice<Setting.Option> control =
                new Choice<>(this, look, GROUND, setting.label(), setting.options(), Setting.Option::label);
        String value = settings.choice(setting);
        setting.options().stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .ifPresent(control::value);
        control.onChange(option -> settings.set(setting, option.value()));
        control.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 2, 1));
        return control;
    }

    private Control amount(Setting.Amount setting) {
        label(setting);
        TextBox box = new TextBox(this, look, GROUND, setting.label(), 1);
        box.text(Integer.toString(settings.amount(setting)));
        GridData data = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        data.widthHint = 72;
        box.setLayoutData(data);
        new TextLine(this, look, TextStyle.BODY, Tone.DIM)
                .text(setting.unit())
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        setAsTyped(setting, box);
        return box;
    }

    private Control text(Setting.Text setting) {
        label(setting);
        TextBox box = new TextBox(this, look, GROUND, setting.label(), 1);
        box.text(settings.text(setting));
        box.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        setAsTyped(setting, box);
        return box;
    }

    private void setAsTyped(Setting setting, TextBox box) {
        WrappedText wrong = new WrappedText(this, look, TextStyle.SMALL, Tone.BAD);
        wrong.setData("org.waystation.id", "waystation.setting." + setting.key() + ".wrong");
        wrong.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        box.onChange(() -> wrong.text(complaint(setting, box.text().strip())));
    }

    /** Sets the value; what is wrong with it where it does not fit. */
    private String complaint(Setting setting, String value) {
        try {
            settings.set(setting, value);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void label(Setting setting) {
        new TextLine(this, look, TextStyle.BODY, Tone.TEXT)
                .text(setting.label())
                .setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, false, 2, 1));
    }
}
