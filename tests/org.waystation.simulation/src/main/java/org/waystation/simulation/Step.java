package org.waystation.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * One thing that happens, then time that passes. All chance in it comes from its own seed, so that it stays the same
 * when other steps are taken out.
 *
 * @param number its place in the plan, from 0
 * @param device whom it concerns, from 0
 * @param pause how much time passes afterwards
 */
record Step(int number, Action action, int device, long seed, Duration pause) {

    SplittableRandom chance() {
        return new SplittableRandom(seed);
    }

    @Override
    public String toString() {
        return "step " + number + ": " + action + " (machine " + device + ", then " + pause.toMillis() + " ms)";
    }
}
