package org.waystation.empty.internal;

import jakarta.annotation.PostConstruct;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** One label, so that the benchmark can see when the window shows. */
public final class EmptyPart {

    @PostConstruct
    void create(Composite parent) {
        new Label(parent, SWT.NONE).setText("Empty");
    }
}
