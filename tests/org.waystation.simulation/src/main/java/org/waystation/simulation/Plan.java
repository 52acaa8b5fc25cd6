package org.waystation.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Everything that will happen under one seed.
 *
 * @param seed from which all of it follows
 */
record Plan(long seed, int devices, List<Step> steps) {

    Plan {
        steps = List.copyOf(steps);
    }

    static Plan of(long seed, int devices, int steps) {
        SplittableRandom chance = new SplittableRandom(seed);
        int all = Arrays.stream(Action.values()).mapToInt(Action::weight).sum();
        List<Step> made = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            int drawn = chance.nextInt(all);
            int at = 0;
            while (drawn >= Action.values()[at].weight()) {
                drawn -= Action.values()[at].weight();
                at++;
            }
            int device = chance.nextInt(devices);
            Duration pause =
                    Duration.ofMillis(chance.nextInt(10) == 0 ? chance.nextInt(60_000) : chance.nextInt(4_000));
            made.add(new Step(i, Action.values()[at], device, chance.nextLong(), pause));
        }
        return new Plan(seed, devices, made);
    }

    Plan with(List<Step> fewer) {
        return new Plan(seed, devices, fewer);
    }
}
