package org.waystation.companies.ui.internal.list;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.companies.CompanyColumn;
import org.waystation.api.companies.CompanyRow;
import org.waystation.companies.ui.internal.AgreementTints;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.shell.table.Column;
import org.waystation.shell.table.RecordTable;
import org.waystation.shell.table.RowPaint;
import org.waystation.shell.table.TableForm;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.PillPainter;

/** Makes the record table of companies. */
final class CompanyTable {

    private static final int WIDE_FROM = 760;
    private static final int DOT = 7;

    private CompanyTable() {}

    static RecordTable<CompanyRow> make(Composite parent, Desk desk) {
        return new RecordTable<>(
                parent,
                desk.look(),
                new TableForm<>(
                        "Companies",
                        CompanyRow::id,
                        CompanyTable::words,
                        new CompanyLines(),
                        List.of(
                                new Column<>(CompanyColumn.NAME.name(), "Name", 220, true, name()),
                                new Column<>(CompanyColumn.AGREEMENT.name(), "Agreement", 120, false, agreement()),
                                Column.text(
                                        CompanyColumn.OPEN_WORK.name(),
                                        "Open work",
                                        120,
                                        Tone.TEXT,
                                        CompanyWords::open),
                                new Column<>(CompanyColumn.AT_RISK.name(), "Assets at risk", 140, false, risk()),
                                Column.text(
                                        "CITY",
                                        "City",
                                        120,
                                        Tone.DIM,
                                        row -> row.company().city())),
                        WIDE_FROM));
    }

    private static String words(CompanyRow row) {
        return String.join(
                ", ",
                row.company().name(),
                AgreementTints.word(row.agreement()),
                CompanyWords.open(row),
                CompanyWords.risk(row));
    }

    private static RowPaint<CompanyRow> name() {
        return (brush, row, area, state) -> {
            int width = brush.text(row.company().name(), TextStyle.BODY_STRONG, Tone.TEXT, area, Align.LEFT);
            if (row.unsynced()) {
                brush.disc(area.x + width + 6, area.y + (area.height - DOT) / 2, DOT, Tone.WARN_MARK);
            }
        };
    }

    private static RowPaint<CompanyRow> agreement() {
        PillPainter pills = new PillPainter();
        return (brush, row, area, state) -> pills.paint(
                brush,
                AgreementTints.word(row.agreement()),
                AgreementTints.tint(row.agreement()),
                area.x,
                area.y + (area.height - PillPainter.HEIGHT) / 2);
    }

    private static RowPaint<CompanyRow> risk() {
        return (brush, row, area, state) -> brush.text(
                CompanyWords.risk(row),
                TextStyle.BODY,
                row.assetsOver() > 0 ? Tone.BAD : row.assetsSoon() > 0 ? Tone.WARN : Tone.DIM,
                area,
                Align.LEFT);
    }
}
