package org.waystation.backend.rt.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** What is being done, or what came of it. */
final class ResultCard extends Card {

    private final TextLine title;
    private final WrappedText detail;
    private final FlatButton cancel;

    ResultCard(Composite parent, Look look, Runnable cancelled) {
        super(parent, look);
        WidgetId.set(this, "waystation.rt.result");
        setLayout(Rows.grid(2, 12, 4));
        setLayoutData(Rows.across());
        Panel words = Rows.group(this, look, 1, 4);
        title = WidgetId.set(new TextLine(words, look, TextStyle.BODY_STRONG, Tone.TEXT), "waystation.rt.result.title");
        title.setLayoutData(Rows.across());
        detail = Rows.text(words, look, TextStyle.SMALL, Tone.DIM, "");
        cancel = WidgetId.set(new FlatButton(this, look, FlatButton.Kind.PLAIN), "waystation.rt.cancel")
                .text("Cancel")
                .onPress(cancelled);
        cancel.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        Rows.shown(this, false);
    }

    void busy(String what) {
        show(Tone.ACCENT, what, "", true);
    }

    void done(Tone mark, String what, String more) {
        show(mark, what, more, false);
    }

    private void show(Tone mark, String what, String more, boolean running) {
        mark(mark);
        title.text(what);
        detail.text(more);
        Rows.shown(detail, !more.isEmpty());
        Rows.shown(cancel, running);
        Rows.shown(this, true);
        requestLayout();
    }

    void none() {
        Rows.shown(this, false);
        requestLayout();
    }
}
