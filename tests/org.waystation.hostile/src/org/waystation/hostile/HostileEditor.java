package org.waystation.hostile;

import jakarta.inject.Inject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** An editor of a kind of record that nobody else knows. */
public final class HostileEditor {

    @Inject
    public HostileEditor(Composite parent) {
        parent.setLayout(new FillLayout());
        Label label = new Label(parent, SWT.NONE);
        label.setText("A hostile record");
        label.setData("org.waystation.id", "hostile.editor");
        Mood.at("editor");
        Mood.reached("editor");
    }
}
