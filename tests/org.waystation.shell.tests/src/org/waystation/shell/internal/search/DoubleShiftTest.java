package org.waystation.shell.internal.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoubleShiftTest {

    private final DoubleShift gesture = new DoubleShift();

    private boolean press(long down, long up) {
        gesture.shiftDown(down);
        return gesture.shiftUp(up);
    }

    @Test
    void twicePressedInTime() {
        assertFalse(press(0, 50));
        assertTrue(press(200, 250));
    }

    @Test
    void afterItIsDoneItStartsAnew() {
        press(0, 50);
        assertTrue(press(200, 250));
        assertFalse(press(300, 350));
        assertTrue(press(400, 450));
    }

    @Test
    void tooSlowIsAFirstPressAgain() {
        press(0, 50);
        assertFalse(press(50 + DoubleShift.WITHIN + 1, 500));
        assertTrue(press(600, 650));
    }

    @Test
    void anotherKeyInBetweenIsTyping() {
        press(0, 50);
        gesture.interrupted();
        assertFalse(press(100, 150));
    }

    @Test
    void aCapitalLetterIsNoPress() {
        gesture.shiftDown(0);
        gesture.interrupted();
        gesture.shiftUp(100);
        assertFalse(press(200, 250));
    }

    @Test
    void aKeyDuringTheSecondPressIsTyping() {
        press(0, 50);
        gesture.shiftDown(100);
        gesture.interrupted();
        assertFalse(gesture.shiftUp(150));
    }

    @Test
    void aHeldKeyThatRepeatsIsOnePress() {
        gesture.shiftDown(0);
        gesture.shiftDown(30);
        gesture.shiftDown(60);
        assertFalse(gesture.shiftUp(90));
    }
}
