package org.waystation.knowledge.ui.internal.list;

import org.eclipse.swt.graphics.Rectangle;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.knowledge.ArticleReview;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.api.knowledge.Snippet;
import org.waystation.knowledge.ui.internal.ArticleWords;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.table.RowPaint;
import org.waystation.shell.table.RowState;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PillPainter;
import org.waystation.shell.widgets.Tint;

/** An article in two lines: what it is called and how it stands; below whose it is and what it says. */
final class ArticleLines implements RowPaint<ArticleRow> {

    private static final int PADDING = 12;
    private static final int GAP = 8;
    private static final int TEXT = 36;
    private static final int DOT = 7;

    private final PillPainter pills = new PillPainter();
    private final Desk desk;

    ArticleLines(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void paint(Brush brush, ArticleRow row, Rectangle area, RowState state) {
        int right = area.x + area.width - PADDING;
        int text = area.x + TEXT;
        int first = area.y + 6;
        int second = area.y + 29;
        boolean archived = row.state().equals(ArticleState.ARCHIVED);
        brush.icon(archived ? "archive" : "article", Tone.DIM, area.x + PADDING, first + 2);

        int end = pills(brush, row, right, first);
        brush.text(
                row.title(),
                TextStyle.BODY_STRONG,
                archived ? Tone.DIM : Tone.TEXT,
                new Rectangle(text, first, end - text, PillPainter.HEIGHT),
                Align.LEFT);

        String when = row.updatedAt().map(desk.times()::ago).orElse("");
        int whenWidth = brush.width(when, TextStyle.SMALL);
        int after = right - whenWidth;
        brush.text(
                when,
                TextStyle.SMALL,
                Tone.DIM,
                new Rectangle(after, second, whenWidth, PillPainter.HEIGHT),
                Align.RIGHT);
        if (row.unsynced()) {
            after -= DOT + GAP;
            brush.disc(after, second + (PillPainter.HEIGHT - DOT) / 2, DOT, Tone.WARN_MARK);
        }
        String whose = whose(row);
        int room = after - GAP - text;
        int whoseWidth = brush.text(
                whose,
                TextStyle.SMALL,
                Tone.TEXT,
                new Rectangle(text, second, Math.min(room, Math.max(90, room / 3)), PillPainter.HEIGHT),
                Align.LEFT);
        int from = text + whoseWidth + GAP;
        snippet(brush, row.snippet(), new Rectangle(from, second, after - GAP - from, PillPainter.HEIGHT));
    }

    private int pills(Brush brush, ArticleRow row, int right, int y) {
        int end = right;
        ArticleReview review = row.review(desk.today());
        if (review == ArticleReview.OVERDUE) {
            end -= pills.width(brush, "stale");
            pills.paint(brush, "stale", Tint.WARN, end, y);
            end -= GAP;
        }
        if (!row.state().equals(ArticleState.PUBLISHED)) {
            String word = row.state().label();
            end -= pills.width(brush, word);
            pills.paint(brush, word, ArticleWords.tint(row.state()), end, y);
            end -= GAP;
        }
        return end;
    }

    private static String whose(ArticleRow row) {
        if (row.visibility().equals(ArticleVisibility.COMPANY)) {
            return ArticleWords.readers(row.visibility(), row.companyName());
        }
        return row.companyName().isEmpty() ? "General" : row.companyName();
    }

    /** The text with a soft ground behind what was looked for. */
    private static void snippet(Brush brush, Snippet snippet, Rectangle box) {
        if (box.width < 24) {
            return;
        }
        String shown = brush.fit(snippet.text(), TextStyle.SMALL, box.width);
        int whole = shown.length() < snippet.text().length() ? shown.length() - 1 : shown.length();
        for (Snippet.Mark mark : snippet.marks()) {
            int end = Math.min(whole, mark.start() + mark.length());
            if (mark.start() < end) {
                int start = brush.width(shown.substring(0, mark.start()), TextStyle.SMALL);
                int width = brush.width(shown.substring(mark.start(), end), TextStyle.SMALL);
                brush.fillRound(
                        new Rectangle(box.x + start - 1, box.y + 1, width + 2, box.height - 2),
                        3,
                        Tone.WARN_BACKGROUND);
            }
        }
        brush.text(shown, TextStyle.SMALL, Tone.DIM, box, Align.LEFT);
    }
}
