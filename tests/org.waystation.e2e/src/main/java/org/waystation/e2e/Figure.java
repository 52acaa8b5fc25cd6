package org.waystation.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One measured figure, printed as one JSON object a line.
 *
 * @param figure what was measured
 * @param value median of the runs
 * @param goal in the figure's unit, or as a ratio where {@code goalIsRatio}; NaN for none
 * @param calibration the same measured on the peer in the same run; NaN for none
 */
record Figure(String figure, double value, String unit, double goal, boolean goalIsRatio, double calibration) {

    /** A figure that explains others and has no goal of its own. */
    static Figure told(String figure, double value, String unit) {
        return new Figure(figure, value, unit, Double.NaN, false, Double.NaN);
    }

    boolean met() {
        return (goalIsRatio ? ratio() : value) <= goal;
    }

    double ratio() {
        return value / calibration;
    }

    String line() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("figure", figure).put("value", rounded(value)).put("unit", unit);
        if (!Double.isNaN(goal)) {
            node.put("goal", goalIsRatio ? goal + " x calibration" : goal + " " + unit)
                    .put("met", met());
        }
        if (!Double.isNaN(calibration)) {
            node.put("calibration", rounded(calibration)).put("ratio", rounded(ratio()));
        }
        try {
            return new ObjectMapper().writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
