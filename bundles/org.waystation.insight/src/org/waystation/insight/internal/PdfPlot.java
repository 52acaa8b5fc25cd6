package org.waystation.insight.internal;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.waystation.api.insight.AxisScale;
import org.waystation.api.insight.InsightReport.Month;
import org.waystation.api.insight.Targets;

/** Draws the two plots of a report into a box of a PDF page; lengths are in points, 72 to the inch, upwards. */
final class PdfPlot {

    static final Color REACTIVE = new Color(0x8E4EC6);
    static final Color PROACTIVE = new Color(0x12A594);
    private static final Color LINE = new Color(0xE3E5EA);
    private static final Color DIM = new Color(0x6C707E);
    private static final Color BAND = new Color(0xE0F4F1);
    private static final float LEFT = 34;
    private static final float BOTTOM = 16;
    private static final float SIZE = 7;
    private static final int MARKS = 4;
    private static final double MINUTES_OF_HOUR = 60;

    private final PdfContentByte canvas;
    private final BaseFont font;
    private final float width;
    private final float height;

    PdfPlot(PdfContentByte canvas, BaseFont font, float width, float height) {
        this.canvas = canvas;
        this.font = font;
        this.width = width;
        this.height = height;
    }

    /** Reactive hours at the bottom, proactive ones on them. */
    void hours(List<Month> months) {
        double largest = months.stream()
                .mapToDouble(month ->
                        (month.figures().reactiveMinutes() + month.figures().proactiveMinutes()) / MINUTES_OF_HOUR)
                .max()
                .orElse(0);
        AxisScale scale = AxisScale.upTo(largest, MARKS);
        axis(scale, "%,.0f");
        float slot = (width - LEFT) / Math.max(1, months.size());
        for (int i = 0; i < months.size(); i++) {
            float x = LEFT + slot * i + slot * 0.2f;
            float reactive = y(scale, months.get(i).figures().reactiveMinutes() / MINUTES_OF_HOUR);
            float proactive = y(scale, months.get(i).figures().proactiveMinutes() / MINUTES_OF_HOUR);
            fill(REACTIVE, x, BOTTOM, slot * 0.6f, reactive);
            fill(PROACTIVE, x, BOTTOM + reactive, slot * 0.6f, proactive);
            label(months.get(i), LEFT + slot * i + slot / 2);
        }
    }

    /** Reactive hours per endpoint, over the band that is aimed at. */
    void perEndpoint(List<Month> months) {
        double largest = months.stream()
                .map(month -> month.figures().reactiveHoursPerEndpoint())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(0);
        AxisScale scale = AxisScale.upTo(Math.max(largest, Targets.REACTIVE_HOURS_PER_ENDPOINT * 2), MARKS);
        fill(BAND, LEFT, BOTTOM, width - LEFT, y(scale, Targets.REACTIVE_HOURS_PER_ENDPOINT));
        axis(scale, "%.2f");
        float slot = (width - LEFT) / Math.max(1, months.size());
        canvas.setColorStroke(REACTIVE);
        canvas.setLineWidth(1.5f);
        boolean drawing = false;
        for (int i = 0; i < months.size(); i++) {
            OptionalDouble value = months.get(i).figures().reactiveHoursPerEndpoint();
            if (value.isPresent()) {
                float x = LEFT + slot * i + slot / 2;
                float y = BOTTOM + y(scale, value.getAsDouble());
                if (drawing) {
                    canvas.lineTo(x, y);
                } else {
                    canvas.moveTo(x, y);
                }
            }
            drawing = value.isPresent();
        }
        canvas.stroke();
        for (int i = 0; i < months.size(); i++) {
            label(months.get(i), LEFT + slot * i + slot / 2);
        }
    }

    private float y(AxisScale scale, double value) {
        return (float) scale.place(value, height - BOTTOM - SIZE);
    }

    private void axis(AxisScale scale, String form) {
        canvas.setColorStroke(LINE);
        canvas.setLineWidth(0.5f);
        for (double mark : scale.marks()) {
            float y = BOTTOM + y(scale, mark);
            canvas.moveTo(LEFT, y);
            canvas.lineTo(width, y);
            canvas.stroke();
            text(String.format(Locale.ENGLISH, form, mark), LEFT - 5, y - SIZE / 3, Element.ALIGN_RIGHT);
        }
    }

    private void label(Month month, float x) {
        String name = Words.month(month.month());
        text(name.substring(0, 3) + (month.over() ? "" : "*"), x, 4, Element.ALIGN_CENTER);
    }

    private void fill(Color color, float x, float y, float wide, float high) {
        if (high > 0) {
            canvas.setColorFill(color);
            canvas.rectangle(x, y, wide, high);
            canvas.fill();
        }
    }

    private void text(String words, float x, float y, int align) {
        canvas.beginText();
        canvas.setFontAndSize(font, SIZE);
        canvas.setColorFill(DIM);
        canvas.showTextAligned(align, words, x, y, 0);
        canvas.endText();
    }
}
