package org.waystation.assets.ui.internal.list;

import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.assets.AssetColumn;
import org.waystation.api.assets.AssetLife;
import org.waystation.api.assets.AssetRow;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.LifeWords;
import org.waystation.shell.table.Column;
import org.waystation.shell.table.RecordTable;
import org.waystation.shell.table.RowPaint;
import org.waystation.shell.table.TableForm;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;

/** Makes the record table of assets. */
final class AssetTable {

    private static final int WIDE_FROM = 880;
    private static final int DOT = 7;

    private AssetTable() {}

    static RecordTable<AssetRow> make(Composite parent, Desk desk) {
        return new RecordTable<>(
                parent,
                desk.look(),
                new TableForm<>(
                        "Assets",
                        AssetRow::id,
                        row -> words(row, desk),
                        new AssetLines(desk),
                        List.of(
                                new Column<>(AssetColumn.NAME.name(), "Name", 180, true, name()),
                                text(AssetColumn.COMPANY, 160, Tone.TEXT, AssetRow::companyName),
                                text(AssetColumn.SITE, 120, Tone.TEXT, AssetRow::siteName),
                                text(
                                        AssetColumn.KIND,
                                        120,
                                        Tone.TEXT,
                                        row -> row.asset().kind().label()),
                                text(
                                        AssetColumn.STATE,
                                        84,
                                        Tone.DIM,
                                        row -> row.asset().state().label()),
                                new Column<>(AssetColumn.DUE.name(), AssetColumn.DUE.label(), 200, false, due(desk)),
                                Column.text("MAKE", "Make", 160, Tone.DIM, AssetRow::make),
                                Column.text(
                                        "SERIAL",
                                        "Serial",
                                        120,
                                        Tone.DIM,
                                        row -> row.asset().serial())),
                        WIDE_FROM));
    }

    /** What the rows of a group have in common, as its heading says it. */
    static String group(AssetRow row, AssetColumn column, Desk desk) {
        return switch (column) {
            case NAME -> row.asset().name();
            case COMPANY -> row.companyName().isEmpty() ? "No company" : row.companyName();
            case SITE -> row.siteName().isEmpty() ? "No site" : row.siteName();
            case KIND -> row.asset().kind().label();
            case STATE -> row.asset().state().label();
            case DUE -> LifeWords.word(AssetLife.of(row.asset(), desk.today()).mark());
        };
    }

    private static String words(AssetRow row, Desk desk) {
        return String.join(
                ", ",
                row.asset().name(),
                row.asset().kind().label(),
                row.companyName(),
                row.siteName(),
                AssetLife.of(row.asset(), desk.today())
                        .pressing()
                        .map(due -> LifeWords.of(due, desk.times()))
                        .orElse("nothing due"));
    }

    private static Column<AssetRow> text(AssetColumn column, int width, Tone tone, Function<AssetRow, String> text) {
        return Column.text(column.name(), column.label(), width, tone, text);
    }

    private static RowPaint<AssetRow> name() {
        return (brush, row, area, state) -> {
            int width = brush.text(row.asset().name(), TextStyle.BODY_STRONG, Tone.TEXT, area, Align.LEFT);
            if (row.unsynced()) {
                brush.disc(area.x + width + 6, area.y + (area.height - DOT) / 2, DOT, Tone.WARN_MARK);
            }
        };
    }

    private static RowPaint<AssetRow> due(Desk desk) {
        return (brush, row, area, state) -> AssetLife.of(row.asset(), desk.today())
                .pressing()
                .ifPresent(due -> brush.text(
                        LifeWords.of(due, desk.times()), TextStyle.BODY, LifeWords.tone(due.mark()), area, Align.LEFT));
    }
}
