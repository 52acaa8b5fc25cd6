package org.waystation.samples.editor;

import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** The editor of one record; each open record is a part of its own. */
public final class AssetSheet {

    private final Panel panel;

    @Inject
    public AssetSheet(Composite parent, Look look, MPart part) {
        UUID asset = UUID.fromString(part.getPersistedState().get(FrameModel.RECORD_ID));
        part.setLabel("Asset sheet");
        panel = new Panel(parent, look, Tone.EDITOR);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 24;
        layout.marginHeight = 24;
        panel.setLayout(layout);
        TextLine title = new TextLine(panel, look, TextStyle.BODY_STRONG, Tone.TEXT).text("Asset " + asset);
        title.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        WidgetId.set(title, "org.waystation.samples.editor.title");
    }

    @Focus
    void focus() {
        panel.setFocus();
    }
}
