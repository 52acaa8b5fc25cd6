package org.waystation.plugins.ui.internal.window;

import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;

/** Why something was refused, and what to do. */
final class RefusalCard extends Card {

    RefusalCard(Composite parent, Look look, String sentence, Runnable dismiss) {
        super(parent, look);
        setData("org.waystation.id", "waystation.plugins.refused");
        setLayout(Rows.layout(12, 4));
        setLayoutData(Rows.wide());
        mark(Tone.BAD);
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, "Nothing was changed");
        Rows.text(this, look, TextStyle.BODY, Tone.TEXT, sentence);
        new FlatButton(Rows.buttons(this, look), look, FlatButton.Kind.PLAIN)
                .text("Dismiss")
                .onPress(dismiss);
    }
}
