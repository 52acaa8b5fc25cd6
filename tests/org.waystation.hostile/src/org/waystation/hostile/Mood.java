package org.waystation.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What to do where: the property holds words such as {@code throw:part busy:command}, and {@code throw:all} stands for
 * every place.
 */
final class Mood {

    private static final String PROPERTY = "waystation.hostile";
    private static final int CHUNK = 64 << 20;

    private Mood() {}

    /** Misbehaves if it is told to at this place. */
    static void at(String place) {
        List<String> told = List.of(System.getProperty(PROPERTY, "").split(" "));
        if (told.contains("throw:" + place) || told.contains("throw:all")) {
            throw new IllegalStateException("hostile at " + place);
        }
        if (told.contains("wait:" + place)) {
            waitForNothing();
        }
        if (told.contains("busy:" + place)) {
            beBusy();
        }
        if (told.contains("memory:" + place)) {
            takeMemory();
        }
    }

    private static void waitForNothing() {
        try {
            new CountDownLatch(1).await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            System.setProperty("waystation.hostile.woken", "true");
        }
    }

    private static void beBusy() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.getLong("waystation.hostile.seconds", 60));
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static void takeMemory() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[CHUNK]);
        }
    }
}
