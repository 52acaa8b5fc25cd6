package org.waystation.shell.internal.search;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.api.search.SearchHit;
import org.waystation.shell.internal.search.ResultList.Row;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** Paints the rows of the sheet. Keys come from the input line; the pointer selects and chooses. */
final class ResultRows extends PaintedControl {

    private static final int ROW = 28;
    private static final int PADDING = 14;
    private static final int TEXT_AT = 40;
    private static final int SHORTCUT = 140;

    private final ResultList list;
    private int top;
    private Words words = new Words("");
    private String text = "";
    private boolean done;

    ResultRows(Composite parent, Look look, ResultList list, Runnable choose) {
        super(parent, look, false, ACC.ROLE_LIST);
        this.list = list;
        setData("org.waystation.id", "waystation.search.results");
        addListener(SWT.MouseWheel, event -> scroll(top - Integer.signum(event.count) * 3));
        addListener(SWT.MouseDown, event -> list.select(rowAt(event)));
        addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && rowAt(event) == list.selectedIndex()) {
                choose.run();
            }
        });
        addListener(SWT.Resize, event -> reveal());
    }

    /** @param whole no more will come for this text */
    void refresh(String forText, boolean whole) {
        if (!forText.equals(text)) {
            top = 0;
        }
        text = forText;
        words = new Words(forText);
        done = whole;
        reveal();
    }

    /** Scrolls so far that the selected row is seen. */
    void reveal() {
        int selected = list.selectedIndex();
        int to = top;
        if (selected >= 0) {
            boolean first = list.rows().subList(0, selected).stream().allMatch(Row.Heading.class::isInstance);
            to = Math.min(to, first ? 0 : selected);
            to = Math.max(to, selected - page() + 1);
        }
        scroll(to);
        getAccessible().selectionChanged();
    }

    int page() {
        return Math.max(1, getClientArea().height / ROW);
    }

    /** The rows as text, a line each, the selected one marked. */
    @Override
    public String getText() {
        StringBuilder lines = new StringBuilder();
        List<Row> rows = list.rows();
        for (int i = 0; i < rows.size(); i++) {
            lines.append(i == list.selectedIndex() ? "> " : "  ")
                    .append(describe(rows.get(i)))
                    .append('\n');
        }
        return lines.toString();
    }

    private void scroll(int to) {
        top = Math.clamp(to, 0, Math.max(0, list.rows().size() - page()));
        redraw();
    }

    private int rowAt(Event event) {
        return top + event.y / ROW;
    }

    @Override
    protected Tone ground() {
        return Tone.PANEL;
    }

    @Override
    protected String accessibleName() {
        return list.selected().map(ResultRows::describe).orElse("No results");
    }

    private static String describe(Row row) {
        return switch (row) {
            case Row.Heading heading -> heading.group() + " " + heading.count();
            case Row.Hit hit ->
                hit.hit().title()
                        + (hit.hit().detail().isEmpty() ? "" : ", " + hit.hit().detail());
            case Row.More more -> "More in " + more.group();
        };
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(600, 12 * ROW);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        List<Row> rows = list.rows();
        if (rows.isEmpty()) {
            if (done) {
                String sentence = text.isEmpty() ? "Type to search" : "Nothing found for “" + text + "”";
                Rectangle line = new Rectangle(PADDING, 8, area.width - 2 * PADDING, ROW);
                brush.text(sentence, TextStyle.BODY, Tone.DIM, line, Align.LEFT);
            }
            return;
        }
        for (int i = top; i < rows.size() && (i - top) * ROW < area.height; i++) {
            Rectangle line = new Rectangle(0, (i - top) * ROW, area.width, ROW);
            switch (rows.get(i)) {
                case Row.Heading heading -> heading(brush, line, heading);
                case Row.Hit hit -> hit(brush, line, hit.hit(), i == list.selectedIndex());
                case Row.More more -> more(brush, line, more, i == list.selectedIndex());
            }
        }
    }

    private static void heading(Brush brush, Rectangle line, Row.Heading heading) {
        if (heading.late()) {
            brush.line(0, line.y, line.width, line.y, Tone.LINE);
        }
        Rectangle text = new Rectangle(PADDING, line.y + 4, line.width - 2 * PADDING, ROW - 4);
        int name = brush.text(heading.group(), TextStyle.SMALL_STRONG, Tone.DIM, text, Align.LEFT);
        Rectangle rest = new Rectangle(text.x + name + 8, text.y, text.width - name - 8, text.height);
        String count = heading.late() ? heading.count() + " · came later" : heading.count();
        brush.text(count, TextStyle.SMALL, Tone.FAINT, rest, Align.LEFT);
    }

    private void hit(Brush brush, Rectangle line, SearchHit hit, boolean selected) {
        background(brush, line, selected);
        brush.icon(hit.icon(), selected ? Tone.TEXT : Tone.DIM, PADDING, line.y + (ROW - 16) / 2);
        int right = line.width - PADDING;
        if (hit.shortcut().isPresent()) {
            Rectangle keys = new Rectangle(right - SHORTCUT, line.y, SHORTCUT, ROW);
            right -= brush.text(hit.shortcut().get(), TextStyle.SMALL, Tone.DIM, keys, Align.RIGHT) + 12;
        }
        Rectangle title = new Rectangle(TEXT_AT, line.y, right - TEXT_AT, ROW);
        String shown = brush.fit(hit.title(), TextStyle.BODY, title.width);
        mark(brush, title, shown, TextStyle.BODY);
        int width = brush.text(shown, TextStyle.BODY, Tone.TEXT, title, Align.LEFT);
        Rectangle detail = new Rectangle(TEXT_AT + width + 10, line.y, right - TEXT_AT - width - 10, ROW);
        if (detail.width > 24) {
            String more = brush.fit(hit.detail(), TextStyle.SMALL, detail.width);
            mark(brush, detail, more, TextStyle.SMALL);
            brush.text(more, TextStyle.SMALL, Tone.DIM, detail, Align.LEFT);
        }
    }

    /** A soft ground behind the words that were found. */
    private void mark(Brush brush, Rectangle title, String shown, TextStyle style) {
        for (Words.Range range : words.ranges(shown)) {
            int start = brush.width(shown.substring(0, range.start()), style);
            int width = brush.width(shown.substring(range.start(), range.start() + range.length()), style);
            brush.fillRound(
                    new Rectangle(title.x + start - 1, title.y + 5, width + 2, ROW - 10), 3, Tone.WARN_BACKGROUND);
        }
    }

    private static void more(Brush brush, Rectangle line, Row.More more, boolean selected) {
        background(brush, line, selected);
        Rectangle text = new Rectangle(TEXT_AT, line.y, line.width - TEXT_AT - PADDING, ROW);
        brush.text("More in " + more.group(), TextStyle.SMALL, Tone.ACCENT, text, Align.LEFT);
    }

    private static void background(Brush brush, Rectangle line, boolean selected) {
        if (selected) {
            brush.fillRound(new Rectangle(6, line.y, line.width - 12, ROW), 6, Tone.SELECTION);
        }
    }
}
