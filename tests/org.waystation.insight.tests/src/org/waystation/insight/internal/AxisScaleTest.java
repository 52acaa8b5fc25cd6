package org.waystation.insight.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waystation.api.insight.AxisScale;

class AxisScaleTest {

    @Test
    void marksAreRoundAndHoldTheLargest() {
        assertEquals(List.of(0.0, 50.0, 100.0, 150.0), AxisScale.upTo(131, 4).marks());
        assertEquals(List.of(0.0, 0.2, 0.4), AxisScale.upTo(0.37, 3).marks());
        assertEquals(List.of(0.0, 1.0), AxisScale.upTo(0, 4).marks());
        assertEquals(List.of(0.0, 1.0), AxisScale.upTo(Double.NaN, 4).marks());
    }

    @Test
    void noValueStandsAboveTheTop() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            double largest = Math.exp(random.nextDouble() * 30 - 10);
            AxisScale scale = AxisScale.upTo(largest, 4);
            assertTrue(scale.top() >= largest * (1 - 1e-6), () -> largest + " " + scale);
            assertTrue(scale.marks().size() <= 6, () -> largest + " " + scale);
        }
    }
}
