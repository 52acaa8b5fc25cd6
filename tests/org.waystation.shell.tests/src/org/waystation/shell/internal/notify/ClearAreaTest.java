package org.waystation.shell.internal.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class ClearAreaTest {

    private static final Rectangle COMPOSE = new Rectangle(480, 700, 600, 110);
    private static final Rectangle ABOVE_IT = new Rectangle(480, 500, 600, 150);

    @Test
    void whereNothingIsInTheWayTheWantedPlaceIsTaken() {
        assertEquals(800, new ClearArea(List.of()).bottom(900, 360, 90, 800, 8));
        assertEquals(800, new ClearArea(List.of(COMPOSE)).bottom(1_100, 360, 90, 800, 8), "beside it");
    }

    @Test
    void itStandsAboveWhatMustNotBeCovered() {
        assertEquals(692, new ClearArea(List.of(COMPOSE)).bottom(900, 360, 40, 800, 8));
        assertEquals(492, new ClearArea(List.of(COMPOSE, ABOVE_IT)).bottom(900, 360, 90, 800, 8));
        assertEquals(492, new ClearArea(List.of(ABOVE_IT, COMPOSE)).bottom(900, 360, 90, 800, 8));
    }
}
