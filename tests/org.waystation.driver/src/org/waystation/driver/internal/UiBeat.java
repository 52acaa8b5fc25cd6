package org.waystation.driver.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/**
 * How long the UI thread takes to answer, asked all the time. Beside it, in the same run, how late a thread that does
 * nothing wakes up: what the machine itself adds.
 */
final class UiBeat {

    private static final long PAUSE_NANOS = 4_000_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int LONG_MILLIS = 100;
    private static final int ANSWER_SECONDS = 60;

    private @Nullable Beat running;

    synchronized JsonNode start(Display display) {
        stopped();
        running = new Beat(display);
        running.start();
        return JsonNodeFactory.instance.booleanNode(true);
    }

    /** The delays since the start, in milliseconds. */
    synchronized JsonNode stop() {
        Beat beat = stopped();
        if (beat == null) {
            throw new DriverException("The beat was not started");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("samples", beat.answers.size())
                .put("worst", most(beat.answers))
                .put("p99", percentile(beat.answers, 99))
                .put("long", beat.answers.stream().filter(d -> d > LONG_MILLIS).count())
                .put("machineWorst", most(beat.idle))
                .put("machineP99", percentile(beat.idle, 99));
    }

    private @Nullable Beat stopped() {
        Beat beat = running;
        running = null;
        if (beat != null) {
            beat.end();
        }
        return beat;
    }

    private static double most(List<Double> delays) {
        return delays.isEmpty() ? 0 : Collections.max(delays);
    }

    private static double percentile(List<Double> delays, int percent) {
        List<Double> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** Asks until it is ended. */
    private static final class Beat extends Thread {

        private final Display display;
        private final List<Double> answers = new ArrayList<>();
        private final List<Double> idle = new ArrayList<>();
        private volatile boolean over;

        Beat(Display display) {
            super("test driver, beat");
            this.display = display;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (!over && !display.isDisposed()) {
                    long slept = System.nanoTime();
                    LockSupport.parkNanos(PAUSE_NANOS);
                    idle.add((System.nanoTime() - slept - PAUSE_NANOS) / NANOS_PER_MILLI);
                    ask();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void ask() throws InterruptedException {
            CountDownLatch answered = new CountDownLatch(1);
            long asked = System.nanoTime();
            display.asyncExec(answered::countDown);
            boolean came = answered.await(ANSWER_SECONDS, TimeUnit.SECONDS);
            answers.add(came ? (System.nanoTime() - asked) / NANOS_PER_MILLI : ANSWER_SECONDS * 1e3);
        }

        void end() {
            over = true;
            try {
                join(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
