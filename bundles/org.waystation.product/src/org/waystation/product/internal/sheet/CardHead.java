package org.waystation.product.internal.sheet;

import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WrappedText;

/** The head of a sheet's card: an emblem, a title, and one or two sentences. */
public final class CardHead extends Panel {

    /** Between the parts of a card, in px. */
    public static final int GAP = 16;

    /** @param icon name of an icon of the look */
    public CardHead(Composite card, Look look, String icon, String title, String explanation) {
        super(card, look, Tone.PANEL);
        setLayoutData(Columns.across());
        setLayout(Columns.column(0, 0, GAP));
        new Emblem(this, look, icon);
        Panel words = new Panel(this, look, Tone.PANEL);
        words.setLayoutData(Columns.across());
        words.setLayout(Columns.column(0, 0, 6));
        new TextLine(words, look, TextStyle.TITLE, Tone.TEXT).text(title).setLayoutData(Columns.across());
        new WrappedText(words, look, TextStyle.BODY, Tone.DIM).text(explanation).setLayoutData(Columns.across());
    }
}
