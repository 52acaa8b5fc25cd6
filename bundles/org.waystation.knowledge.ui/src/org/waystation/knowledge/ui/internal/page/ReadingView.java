package org.waystation.knowledge.ui.internal.page;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.MarkdownText;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextLine;

/** The article as it is read, with its facts and links beside it. */
final class ReadingView extends Panel {

    private final ScrollArea area;
    private final DraftBar draft;
    private final TextLine empty;
    private final MarkdownText text;
    private final Facts facts;
    private final Links links;
    private final Panel guests;

    /**
     * @param open opens another record
     * @param follow opens a link
     * @param goOn goes on writing
     * @param throwAway forgets what was written and not saved
     */
    ReadingView(
            Composite parent,
            Desk desk,
            Consumer<RecordRef> open,
            Consumer<String> follow,
            Runnable goOn,
            Runnable throwAway) {
        super(parent, desk.look(), Tone.EDITOR);
        setLayout(new FillLayout());
        area = new ScrollArea(this, desk.look(), Tone.EDITOR);
        GridLayout margins = column(12);
        margins.marginWidth = 20;
        margins.marginHeight = 16;
        area.content().setLayout(margins);
        draft = new DraftBar(area.content(), desk, goOn, throwAway);
        draft.setLayoutData(wide());
        Panel columns = new Panel(area.content(), desk.look(), Tone.EDITOR);
        columns.setLayoutData(wide());
        columns.setLayout(new PageColumns());
        Panel left = new Panel(columns, desk.look(), Tone.EDITOR);
        left.setLayout(column(0));
        empty = new TextLine(left, desk.look(), TextStyle.BODY, Tone.DIM)
                .text("There is no text yet. Edit it with F4.");
        empty.setLayoutData(wide());
        text = new MarkdownText(left, desk.look(), Tone.EDITOR, follow);
        text.setLayoutData(wide());
        text.onSize(area::refresh);
        Panel side = new Panel(columns, desk.look(), Tone.EDITOR);
        side.setLayout(column(12));
        facts = new Facts(side, desk);
        facts.setLayoutData(wide());
        links = new Links(side, desk, open);
        links.setLayoutData(wide());
        guests = new Panel(side, desk.look(), Tone.EDITOR);
        guests.setLayoutData(wide());
        guests.setLayout(column(0));
        showDraft(false);
    }

    private static GridLayout column(int spacing) {
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = spacing;
        return column;
    }

    private static GridData wide() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }

    void show(ArticleView view) {
        boolean blank = view.article().body().isBlank();
        show(empty, blank);
        show(text, !blank);
        text.show(view.article().body());
        facts.show(view);
        links.show(view);
        area.refresh();
    }

    void showDraft(boolean there) {
        show(draft, there);
        area.refresh();
    }

    Links links() {
        return links;
    }

    /** Where the panels of other plug-ins stand. */
    Panel guests() {
        return guests;
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }

    @Override
    public boolean setFocus() {
        return !text.isDisposed() && text.setFocus(); // asked while it is disposed, too
    }
}
