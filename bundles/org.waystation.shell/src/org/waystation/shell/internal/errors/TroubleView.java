package org.waystation.shell.internal.errors;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.CopiedText;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;

/** Stands where a part failed: whose it is, what it said, and what can be done. */
final class TroubleView extends Panel {

    private final FlatButton again;

    /**
     * What is shown.
     *
     * @param plugin name of the plug-in, or of the bundle where it is part of the program
     */
    record Trouble(String part, String plugin, String summary, String report, Optional<Runnable> disable) {}

    TroubleView(Composite parent, Look look, Tone ground, Trouble trouble, Runnable tryAgain) {
        super(parent, look, ground);
        setData("org.waystation.id", "waystation.part.trouble");
        GridLayout layout = new GridLayout(1, false);
        layout.marginHeight = 24;
        layout.verticalSpacing = 4;
        setLayout(layout);
        Panel middle = new Panel(this, look, ground);
        middle.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        middle.setLayout(new GridLayout(1, false));
        EmptyState what = new EmptyState(middle, look, ground);
        what.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        what.showError(
                "“" + trouble.part() + "” could not be shown",
                "“" + trouble.plugin() + "” failed: " + trouble.summary()
                        + "\nEverything else goes on, your work is safe.",
                "",
                () -> {});
        Panel buttons = new Panel(middle, look, ground);
        buttons.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.spacing = 8;
        row.center = true;
        buttons.setLayout(row);
        again = button(buttons, look, "Try again", tryAgain);
        trouble.disable().ifPresent(disable -> button(buttons, look, "Disable “" + trouble.plugin() + "”", disable));
        button(buttons, look, "Copy report", () -> CopiedText.copy(trouble.report()));
    }

    private static FlatButton button(Composite parent, Look look, String text, Runnable press) {
        return new FlatButton(parent, look, FlatButton.Kind.PLAIN).text(text).onPress(press);
    }

    @Override
    public boolean setFocus() {
        return again.setFocus();
    }
}
