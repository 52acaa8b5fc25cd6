package org.waystation.shell.widgets;

import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** Labels on the left, dim, and values on the right. */
public final class PropertyGrid extends Panel {

    private static final int LABEL_WIDTH = 92;

    private final Look look;

    public PropertyGrid(Composite parent, Look look, Tone ground) {
        super(parent, look, ground);
        this.look = look;
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 8;
        setLayout(layout);
    }

    /** Adds a line of text. */
    public TextLine line(String label) {
        TextLine value = row(label, cell -> new TextLine(cell, look, TextStyle.BODY, Tone.TEXT));
        value.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return value;
    }

    /** Adds whatever the maker makes. */
    public <C extends Control> C row(String label, Function<Composite, C> maker) {
        label(label, SWT.CENTER);
        C value = maker.apply(this);
        value.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, false));
        return value;
    }

    /** Adds what begins with a line of text, beside which the label stands, and goes on below it. */
    public <C extends Control> C tall(String label, Function<Composite, C> maker) {
        label(label, SWT.TOP);
        C value = maker.apply(this);
        value.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return value;
    }

    private void label(String words, int vertical) {
        TextLine name = new TextLine(this, look, TextStyle.BODY, Tone.DIM).text(words);
        GridData data = new GridData(SWT.FILL, vertical, false, false);
        data.widthHint = LABEL_WIDTH;
        name.setLayoutData(data);
    }
}
