package org.waystation.shell.internal.search;

/**
 * Recognises Shift pressed twice: pressed and let go, pressed and let go, each alone and the second soon after the
 * first. Any other key or a click in between makes it ordinary typing.
 */
final class DoubleShift {

    /** Milliseconds from the first release to the second press. */
    static final int WITHIN = 300;

    private enum Step {
        NOTHING,
        FIRST_DOWN,
        FIRST_UP,
        SECOND_DOWN
    }

    private Step step = Step.NOTHING;
    private long releasedAt;

    /** Shift went down; a repeat of a key that is held changes nothing. */
    void shiftDown(long millis) {
        step = switch (step) {
            case NOTHING -> Step.FIRST_DOWN;
            case FIRST_UP -> millis - releasedAt <= WITHIN ? Step.SECOND_DOWN : Step.FIRST_DOWN;
            case FIRST_DOWN, SECOND_DOWN -> step;
        };
    }

    /** Shift came up; true when that completes the gesture. */
    boolean shiftUp(long millis) {
        boolean complete = step == Step.SECOND_DOWN;
        step = step == Step.FIRST_DOWN ? Step.FIRST_UP : Step.NOTHING;
        releasedAt = millis;
        return complete;
    }

    /** Another key, a button of the mouse, or the focus went elsewhere. */
    void interrupted() {
        step = Step.NOTHING;
    }
}
