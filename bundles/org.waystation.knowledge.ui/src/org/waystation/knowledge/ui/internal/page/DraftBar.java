package org.waystation.knowledge.ui.internal.page;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** Says that there is a text that was begun and not saved. */
final class DraftBar extends Card {

    DraftBar(Composite parent, Desk desk, Runnable goOn, Runnable throwAway) {
        super(parent, desk.look());
        mark(Tone.WARN_MARK);
        GridLayout row = new GridLayout(3, false);
        row.marginWidth = 12;
        row.marginHeight = 6;
        row.horizontalSpacing = 8;
        setLayout(row);
        new TextLine(this, desk.look(), TextStyle.BODY, Tone.TEXT)
                .text("You began to change this article and did not save it")
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WidgetId.set(
                new FlatButton(this, desk.look(), FlatButton.Kind.QUIET)
                        .text("Throw away")
                        .onPress(throwAway),
                "waystation.article.draft.throwAway");
        WidgetId.set(
                new FlatButton(this, desk.look(), FlatButton.Kind.PLAIN)
                        .text("Go on")
                        .onPress(goOn),
                "waystation.article.draft.goOn");
    }
}
