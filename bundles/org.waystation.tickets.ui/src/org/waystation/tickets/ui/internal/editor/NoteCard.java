package org.waystation.tickets.ui.internal.editor;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Visibility;
import org.waystation.api.tickets.TicketView.Entry;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Avatar;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.MarkdownText;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Tint;

/** One message of the conversation; an internal one has an amber edge and says so. */
final class NoteCard extends Card {

    private static final int PADDING = 10;

    private final RelativeTime times;
    private final Avatar avatar;
    private final TextLine author;
    private final TextLine time;
    private final Pill unsynced;
    private final Pill visibility;
    private final MarkdownText body;

    NoteCard(Composite parent, Look look, RelativeTime times, Consumer<String> follow) {
        super(parent, look);
        this.times = times;
        setLayout(rows());
        Panel head = new CardHead(this, look);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        avatar = new Avatar(head, look, "?");
        author = new TextLine(head, look, TextStyle.BODY_STRONG, Tone.TEXT);
        time = new TextLine(head, look, TextStyle.SMALL, Tone.DIM);
        unsynced = new Pill(head, look, "", Tint.WARN);
        unsynced.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, false));
        visibility = new Pill(head, look, "", Tint.NEUTRAL);
        Panel below = new Panel(this, look, Tone.PANEL);
        below.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        FillLayout margins = new FillLayout();
        margins.marginWidth = PADDING;
        below.setLayout(margins);
        body = new MarkdownText(below, look, Tone.PANEL, follow);
    }

    void show(Entry<Note> entry) {
        Note note = entry.value();
        String name = entry.mine() ? "You" : note.authorName().isEmpty() ? "Unknown" : note.authorName();
        avatar.show(note.authorName().isEmpty() ? "?" : note.authorName());
        author.text(name);
        time.text(note.createdAt().map(times::moment).orElse(""));
        time.hover(note.createdAt().map(times::exact).orElse(""));
        unsynced.show(entry.unsynced() ? "not yet synced" : "", Tint.WARN);
        boolean internal = !note.visibility().equals(Visibility.PUBLIC);
        visibility.show(note.visibility().code(), internal ? Tint.WARN : Tint.NEUTRAL);
        mark(internal ? Tone.WARN_MARK : null);
        body.show(note.body());
    }

    private static GridLayout rows() {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginTop = 7;
        layout.marginBottom = 10;
        layout.marginLeft = 3;
        layout.marginRight = 1;
        layout.verticalSpacing = 10;
        return layout;
    }

    /** The line above the text, with a hairline below it. */
    private static final class CardHead extends Panel {

        CardHead(Composite parent, Look look) {
            super(parent, look, Tone.PANEL, SWT.DOUBLE_BUFFERED);
            GridLayout layout = new GridLayout(5, false);
            layout.marginWidth = PADDING;
            layout.marginHeight = 0;
            layout.marginBottom = 8;
            layout.horizontalSpacing = 8;
            setLayout(layout);
            addListener(SWT.Paint, e -> {
                Rectangle area = getClientArea();
                new Brush(e.gc, look).line(0, area.height - 1, area.width, area.height - 1, Tone.LINE);
            });
        }
    }
}
