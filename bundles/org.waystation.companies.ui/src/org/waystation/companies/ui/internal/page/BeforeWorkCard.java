package org.waystation.companies.ui.internal.page;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** What is to be known before working at a company, with an amber edge so that nobody overlooks it. */
public final class BeforeWorkCard extends Card {

    private final TextLine heading;
    private final NoteText text;

    public BeforeWorkCard(Composite parent, Look look) {
        super(parent, look);
        mark(Tone.WARN_MARK);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 16;
        layout.marginHeight = 12;
        layout.verticalSpacing = 6;
        setLayout(layout);
        heading = new TextLine(this, look, TextStyle.BODY_STRONG, Tone.WARN);
        heading.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        text = WidgetId.set(new NoteText(this, look), "waystation.company.beforeWork");
        text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    public void show(String company, String note) {
        heading.text("Before working at " + company);
        text.text(note);
    }
}
