package org.waystation.shell.internal.panels;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.files.FileStrip;
import org.waystation.shell.files.Intake;
import org.waystation.shell.panel.RecordPanel;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** The files of an asset or an article: dropped, pasted or chosen, looked at, saved and taken away. */
@Component(service = RecordPanel.class)
public final class FilesPanel implements RecordPanel {

    private static final int ORDER = 300;

    private final AttachmentService files;

    @Activate
    public FilesPanel(@Reference AttachmentService files) {
        this.files = files;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.ASSET, EntityKind.ARTICLE);
    }

    @Override
    public String title() {
        return "Files";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void create(Composite parent, Look look, RecordRef record) {
        GridLayout two = new GridLayout(2, false);
        two.marginWidth = 0;
        two.marginHeight = 0;
        two.verticalSpacing = 8;
        parent.setLayout(two);
        FileStrip strip = new FileStrip(
                parent, look, Tone.PANEL, parent.getDisplay()::asyncExec, () -> Optional.of(files), record);
        strip.setLayoutData(wide());
        FlatButton attach = WidgetId.set(
                new FlatButton(parent, look, FlatButton.Kind.PLAIN)
                        .icon("attach")
                        .text("Attach files…")
                        .onPress(strip::choose),
                "waystation.files.attach");
        WrappedText hint = new WrappedText(parent, look, TextStyle.SMALL, Tone.DIM)
                .text("Drop files here, or paste a picture or files with Ctrl+V.");
        GridData beside = new GridData(SWT.FILL, SWT.CENTER, true, false);
        beside.widthHint = 100;
        hint.setLayoutData(beside);
        TextLine trouble =
                WidgetId.set(new TextLine(parent, look, TextStyle.SMALL, Tone.BAD), "waystation.files.trouble");
        trouble.setLayoutData(wide());
        visible(trouble, false);
        strip.onShown(any -> visible(strip, any));
        strip.onFailure(sentence -> {
            trouble.text(sentence);
            visible(trouble, !sentence.isEmpty());
        });
        Intake intake = new Intake(strip, new RelativeTime(Clock.systemDefaultZone())).pastesOn(attach);
        for (Control place : new Control[] {parent, strip, hint, attach}) {
            intake.dropsOn(place);
        }
    }

    private static GridData wide() {
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.horizontalSpan = 2;
        return data;
    }

    private static void visible(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.requestLayout();
    }
}
