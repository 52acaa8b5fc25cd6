package org.waystation.insight.internal;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Headings, sentences and tables of a PDF in one hand. The fonts are embedded, so that names of any script of theirs show. */
final class PdfTables {

    private static final Color TEXT = new Color(0x1F2329);
    private static final Color DIM = new Color(0x6C707E);
    private static final Color LINE = new Color(0xE3E5EA);
    private static final float BODY = 9;

    private final Document document;
    private final BaseFont plain;
    private final BaseFont strong;

    PdfTables(Document document) throws IOException {
        this.document = document;
        this.plain = Liberation.SANS.create().getBaseFont();
        this.strong = Liberation.SANS_BOLD.create().getBaseFont();
    }

    BaseFont font() {
        return plain;
    }

    void title(String words) {
        add(new Paragraph(words, new Font(strong, 18, Font.NORMAL, TEXT)), 0, 2);
    }

    void heading(String words) {
        add(new Paragraph(words, new Font(strong, 11, Font.NORMAL, TEXT)), 14, 4);
    }

    void say(String words) {
        add(new Paragraph(words, new Font(plain, BODY, Font.NORMAL, DIM)), 0, 4);
    }

    private void add(Paragraph paragraph, float before, float after) {
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        document.add(paragraph);
    }

    /** A few figures side by side, large. */
    void numbers(List<List<String>> numbers) {
        PdfPTable table = new PdfPTable(numbers.size());
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        for (List<String> number : numbers) {
            PdfPCell cell = new PdfPCell();
            cell.setBorder(Rectangle.NO_BORDER);
            cell.addElement(new Phrase(number.get(0), new Font(strong, 24, Font.NORMAL, TEXT)));
            cell.addElement(new Phrase(number.get(1), new Font(plain, BODY, Font.NORMAL, DIM)));
            table.addCell(cell);
        }
        document.add(table);
    }

    /**
     * A table; its head is repeated on each page. The first column is text, the others are figures.
     *
     * @param widths of the columns, to each other
     */
    void table(float[] widths, List<String> head, List<List<String>> rows) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        for (int i = 0; i < head.size(); i++) {
            table.addCell(cell(head.get(i), new Font(plain, BODY - 1, Font.NORMAL, DIM), i > 0));
        }
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                table.addCell(cell(row.get(i), new Font(plain, BODY, Font.NORMAL, TEXT), i > 0));
            }
        }
        document.add(table);
    }

    private static PdfPCell cell(String words, Font font, boolean figure) {
        PdfPCell cell = new PdfPCell(new Phrase(words, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.5f);
        cell.setPadding(4);
        cell.setHorizontalAlignment(figure ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }
}
