package org.waystation.backend.rt.ui.internal.mapping;

import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WrappedText;

/**
 * A chooser, with what is wrong with the choice below it.
 *
 * @param <C> the chooser
 */
final class Marked<C extends Control> extends Panel {

    private final C control;
    private final WrappedText error;

    Marked(Composite parent, Look look, Function<Composite, C> maker) {
        super(parent, look, Rows.ground(parent));
        setLayout(Rows.grid(1, 0, 4));
        setLayoutData(Rows.across());
        control = maker.apply(this);
        control.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        error = Rows.text(this, look, TextStyle.SMALL, Tone.BAD, "");
        Rows.shown(error, false);
    }

    C control() {
        return control;
    }

    /** Says what is wrong; empty where nothing is. */
    void error(String sentence) {
        error.text(sentence);
        Rows.shown(error, !sentence.isEmpty());
        requestLayout();
    }

    @Override
    public boolean setFocus() {
        return control.setFocus();
    }
}
