package org.waystation.hostile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
    private static final String REACHED = "waystation.hostile.reached";
    private static final int CHUNK = 64 << 20;
    private static final int SMALL_CHUNK = 64 << 10;
    private static final double NEARLY_ALL = 0.93;

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
        if (told.contains("hold:" + place)) {
            hold();
        }
        if (told.contains("memory:" + place)) {
            takeMemory();
        }
        if (told.contains("hoard:" + place)) {
            hoard();
        }
    }

    /** Notes that this place was reached, after those before it. */
    static void reached(String place) {
        System.setProperty(REACHED, System.getProperty(REACHED, "") + " " + place);
    }

    private static void waitForNothing() {
        long begin = System.nanoTime();
        try {
            new CountDownLatch(1).await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            System.setProperty("waystation.hostile.woken", String.valueOf(waited));
        }
    }

    /** Busy by the thread's own time: a machine that has no processor for it does not count. */
    private static void beBusy() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long until = threads.getCurrentThreadCpuTime() + seconds();
        while (threads.getCurrentThreadCpuTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static void hold() {
        long until = System.nanoTime() + seconds();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static long seconds() {
        return TimeUnit.SECONDS.toNanos(Long.getLong("waystation.hostile.seconds", 60));
    }

    /** Takes nearly all there is, on a thread of its own that never runs out of it, so that others do; keeps it for a while. */
    private static void hoard() {
        Thread thread = new Thread(Mood::takeNearlyAll, "Hoard");
        thread.setDaemon(true);
        thread.start();
    }

    private static void takeNearlyAll() {
        Runtime machine = Runtime.getRuntime();
        List<byte[]> all = new ArrayList<>();
        while (machine.totalMemory() - machine.freeMemory() < machine.maxMemory() * NEARLY_ALL) {
            all.add(new byte[SMALL_CHUNK]);
        }
        System.gc();
        waitForNothing();
        System.setProperty("waystation.hostile.hoarded", String.valueOf(all.size()));
    }

    private static void takeMemory() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[CHUNK]);
        }
    }
}
