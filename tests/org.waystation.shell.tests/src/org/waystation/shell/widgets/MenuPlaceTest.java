package org.waystation.shell.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class MenuPlaceTest {

    private static final Rectangle SCREEN = new Rectangle(0, 0, 2000, 1500);
    private static final Rectangle WINDOW = new Rectangle(100, 100, 1000, 800);
    private static final Point SIZE = new Point(200, 100);

    private static Rectangle at(Rectangle owner) {
        return MenuPlace.of(owner, SIZE, WINDOW, SCREEN);
    }

    @Test
    void belowItsOwner() {
        assertEquals(new Rectangle(300, 234, 200, 100), at(new Rectangle(300, 200, 80, 30)));
    }

    @Test
    void aboveAnOwnerAtTheWindowsBottomEdge() {
        assertEquals(new Rectangle(300, 756, 200, 100), at(new Rectangle(300, 860, 80, 30)));
    }

    @Test
    void insideAnOwnerThatReachesToTheBottomEdge() {
        assertEquals(new Rectangle(300, 154, 200, 100), at(new Rectangle(300, 150, 600, 740)));
    }

    @Test
    void nearTheRightEdgeItMovesLeft() {
        assertEquals(new Rectangle(900, 234, 200, 100), at(new Rectangle(1050, 200, 40, 30)));
    }

    @Test
    void oneThatIsHigherThanTheWindowUsesTheScreen() {
        assertEquals(
                new Rectangle(300, 234, 200, 900),
                MenuPlace.of(new Rectangle(300, 200, 80, 30), new Point(200, 900), WINDOW, SCREEN));
    }

    @Test
    void aWindowPartlyOffTheScreenCountsAsFarAsItIsSeen() {
        Rectangle low = new Rectangle(100, 1000, 1000, 800);
        assertEquals(
                new Rectangle(300, 1346, 200, 100), MenuPlace.of(new Rectangle(300, 1450, 80, 30), SIZE, low, SCREEN));
    }
}
