package org.waystation.hostile;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Misbehaves as a part. */
public final class HostileWindow {

    private final Composite parent;

    @Inject
    public HostileWindow(Composite parent) {
        this.parent = parent;
        parent.setLayout(new FillLayout());
        Mood.at("constructor");
    }

    @PostConstruct
    void create() {
        Button button = new Button(parent, SWT.PUSH);
        button.setText("Hostile");
        button.setData("org.waystation.id", "hostile.button");
        button.addListener(SWT.Selection, event -> Mood.at("selection"));
        button.addListener(SWT.Paint, event -> Mood.at("paint"));
        Mood.at("part");
    }

    @Focus
    void focus() {
        parent.setFocus();
        Mood.at("focus");
    }

    @PreDestroy
    void destroy() {
        Mood.at("destroy");
    }
}
