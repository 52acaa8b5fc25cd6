package org.waystation.assets.ui.internal.editor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.TextLine;

/** Makes the titled cards of the page. */
record Cards(Composite page, Look look) {

    Card card(String title) {
        Card card = new Card(page, look);
        card.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 4;
        layout.marginHeight = 4;
        layout.verticalSpacing = 2;
        card.setLayout(layout);
        TextLine head = new TextLine(card, look, TextStyle.BODY_STRONG, Tone.TEXT).text(title);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.horizontalIndent = 12;
        data.verticalIndent = 6;
        head.setLayoutData(data);
        return card;
    }
}
