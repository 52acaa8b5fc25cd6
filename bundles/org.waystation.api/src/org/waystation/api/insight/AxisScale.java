package org.waystation.api.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * The axis of a plot from 0: its marks stand at 1, 2 or 5 times a power of ten, so that they read easily. The same on the
 * screen and in the PDF.
 *
 * @param step between two marks
 * @param top value of the last mark, not below any value of the plot
 */
public record AxisScale(double step, double top) {

    /** @param marks most marks wanted above 0 */
    public static AxisScale upTo(double largest, int marks) {
        if (!(largest > 0)) {
            return new AxisScale(1, 1);
        }
        double rough = largest / marks;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double times : new double[] {1, 2, 5, 10}) {
            step = times * power;
            if (step >= rough * (1 - 1e-9)) {
                break;
            }
        }
        return new AxisScale(step, step * Math.ceil(largest / step - 1e-9));
    }

    /** From 0 to the top. */
    public List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        long count = Math.round(top / step);
        for (long i = 0; i <= count; i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /** Where a value stands on a length that begins at 0. */
    public double place(double value, double length) {
        return value / top * length;
    }
}
