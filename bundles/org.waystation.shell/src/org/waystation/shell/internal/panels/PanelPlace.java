package org.waystation.shell.internal.panels;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.edit.Closing;
import org.waystation.shell.internal.panels.GuestPanels.Head;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.Ground;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WrappedText;

/**
 * The panels on one record, one below the other; each stays as it is while others come and go. They are made one in a
 * turn of the UI thread, since each runs another plug-in's code: the page is there before them. In an editor they are
 * cards; in a tool window they are parted by lines, as its own sections are.
 */
final class PanelPlace extends Panel {

    private final GuestPanels panels;
    private final RecordRef record;
    private final Look look;
    private final boolean flat;
    private List<Standing> standing = List.of();

    private record Standing(Head head, Composite card) {}

    PanelPlace(Composite parent, Look look, GuestPanels panels, RecordRef record) {
        super(parent, look, parent instanceof Ground ground ? ground.tone() : Tone.EDITOR);
        this.panels = panels;
        this.record = record;
        this.look = look;
        this.flat = tone() == Tone.PANEL;
        setData("org.waystation.id", "waystation.panels." + record.kind().code());
        setLayout(stack(0, flat ? 0 : 8));
        AutoCloseable listening = panels.listen(() -> {
            if (!isDisposed()) {
                getDisplay().asyncExec(this::show);
            }
        });
        addDisposeListener(event -> Closing.quietly(listening));
        getDisplay().asyncExec(this::show);
    }

    private void show() {
        if (isDisposed()) {
            return;
        }
        List<Head> wanted = panels.of(record.kind());
        List<Standing> next = new ArrayList<>();
        for (Standing each : standing) {
            if (wanted.contains(each.head())) {
                next.add(each);
            } else {
                each.card().dispose();
            }
        }
        List<Head> missing = wanted.stream()
                .filter(head -> next.stream().noneMatch(each -> each.head().equals(head)))
                .toList();
        if (!missing.isEmpty()) {
            next.add(new Standing(missing.getFirst(), card(missing.getFirst())));
        }
        if (missing.size() > 1) {
            getDisplay().asyncExec(this::show);
        }
        next.sort((one, other) -> Integer.compare(wanted.indexOf(one.head()), wanted.indexOf(other.head())));
        next.forEach(each -> each.card().moveBelow(null));
        standing = List.copyOf(next);
        requestLayout();
    }

    /** Without panels it takes no height. */
    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        Point size = super.computeSize(wHint, hHint, changed);
        return standing.isEmpty() ? new Point(size.x, 0) : size;
    }

    private Composite card(Head head) {
        Composite card = flat ? section() : new Card(this, look);
        card.setData("org.waystation.id", "waystation.panel." + head.title());
        card.setLayout(stack(12, flat ? 4 : 6));
        card.setLayoutData(wide());
        new TextLine(card, look, TextStyle.BODY_STRONG, Tone.TEXT)
                .text(head.title())
                .setLayoutData(wide());
        Panel body = new Panel(card, look, Tone.PANEL);
        body.setLayoutData(wide());
        if (!panels.safe()
                .run(
                        head.panel(),
                        "its panel “" + head.title() + "”",
                        () -> head.panel().create(body, look, record))) {
            failed(body, head);
        }
        return card;
    }

    private Composite section() {
        Panel section = new Panel(this, look, tone(), SWT.DOUBLE_BUFFERED);
        section.addListener(
                SWT.Paint, event -> new Brush(event.gc, look).line(0, 0, section.getClientArea().width, 0, Tone.LINE));
        return section;
    }

    private void failed(Panel body, Head head) {
        for (Control half : body.getChildren()) {
            half.dispose();
        }
        body.setLayout(stack(0, 4));
        new WrappedText(body, look, TextStyle.SMALL, Tone.BAD)
                .text("“" + head.title() + "” could not be shown. Its plug-in is named in the notifications.")
                .setLayoutData(wide());
    }

    private static GridLayout stack(int margin, int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = margin;
        layout.marginHeight = margin;
        layout.verticalSpacing = spacing;
        return layout;
    }

    private static GridData wide() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }
}
