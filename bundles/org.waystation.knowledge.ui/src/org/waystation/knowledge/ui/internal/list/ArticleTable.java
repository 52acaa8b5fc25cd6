package org.waystation.knowledge.ui.internal.list;

import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.knowledge.ArticleColumn;
import org.waystation.api.knowledge.ArticleReview;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.knowledge.ui.internal.ArticleWords;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.table.Column;
import org.waystation.shell.table.RecordTable;
import org.waystation.shell.table.RowPaint;
import org.waystation.shell.table.TableForm;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;

/** Makes the record table of articles. */
final class ArticleTable {

    private static final int WIDE_FROM = 880;
    private static final int DOT = 7;

    private ArticleTable() {}

    static RecordTable<ArticleRow> make(Composite parent, Desk desk) {
        return new RecordTable<>(
                parent,
                desk.look(),
                new TableForm<>(
                        "Articles",
                        ArticleRow::id,
                        row -> words(row, desk),
                        new ArticleLines(desk),
                        List.of(
                                new Column<>(ArticleColumn.TITLE.name(), "Title", 280, true, title()),
                                text(ArticleColumn.COMPANY, 170, Tone.TEXT, ArticleRow::companyName),
                                text(ArticleColumn.VISIBILITY, 90, Tone.DIM, row -> readers(row)),
                                text(
                                        ArticleColumn.STATE,
                                        90,
                                        Tone.DIM,
                                        row -> row.state().label()),
                                new Column<>(
                                        ArticleColumn.REVIEW.name(),
                                        ArticleColumn.REVIEW.label(),
                                        150,
                                        false,
                                        review(desk)),
                                text(
                                        ArticleColumn.UPDATED,
                                        100,
                                        Tone.DIM,
                                        row -> row.updatedAt()
                                                .map(desk.times()::ago)
                                                .orElse(""))),
                        WIDE_FROM));
    }

    /** What the rows of a group have in common, as its heading says it. */
    static String group(ArticleRow row, ArticleColumn column) {
        return switch (column) {
            case COMPANY -> row.companyName().isEmpty() ? "No company" : row.companyName();
            case STATE -> row.state().label();
            case VISIBILITY -> readers(row);
            default -> row.title();
        };
    }

    private static String readers(ArticleRow row) {
        return row.visibility().equals(ArticleVisibility.COMPANY)
                ? "Company"
                : row.visibility().label();
    }

    private static String words(ArticleRow row, Desk desk) {
        return String.join(
                ", ",
                row.title(),
                row.state().label(),
                ArticleWords.readers(row.visibility(), row.companyName()),
                row.review(desk.today()) == ArticleReview.OVERDUE ? "stale" : "",
                row.snippet().text());
    }

    private static Column<ArticleRow> text(
            ArticleColumn column, int width, Tone tone, Function<ArticleRow, String> text) {
        return Column.text(column.name(), column.label(), width, tone, text);
    }

    private static RowPaint<ArticleRow> title() {
        return (brush, row, area, state) -> {
            int width = brush.text(row.title(), TextStyle.BODY_STRONG, Tone.TEXT, area, Align.LEFT);
            if (row.unsynced()) {
                brush.disc(area.x + width + 6, area.y + (area.height - DOT) / 2, DOT, Tone.WARN_MARK);
            }
        };
    }

    private static RowPaint<ArticleRow> review(Desk desk) {
        return (brush, row, area, state) -> {
            ArticleReview review = row.review(desk.today());
            String words = review == ArticleReview.LATER
                    ? row.reviewOn().map(desk.times()::date).orElse("")
                    : ArticleWords.review(review, row.reviewOn(), desk.times());
            brush.text(words, TextStyle.BODY, ArticleWords.tint(review).text(), area, Align.LEFT);
        };
    }
}
