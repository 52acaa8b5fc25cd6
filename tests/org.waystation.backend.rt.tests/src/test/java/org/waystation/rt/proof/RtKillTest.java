package org.waystation.rt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.rt.proof.RtHouse.Rooms;
import org.waystation.rtserver.OtherEyes;
import org.waystation.rtserver.RequestTracker;

/** The program is killed in the middle of sending; the next one sends the rest, and nothing is there twice. */
@ExtendWith(RtHouse.class)
class RtKillTest {

    private static final int TICKETS = 12;

    @Test
    void nothingIsLostAndNothingTwice(Rooms rooms) throws Exception {
        String mark = "killed " + System.nanoTime();
        Path folder = rooms.folder().resolve("killed");
        OtherEyes eyes = rooms.colleague();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWork.class.getName(),
                        folder.toString(),
                        rooms.tracker.address().toString(),
                        RequestTracker.TECHNICIAN,
                        RequestTracker.PASSWORD,
                        mark,
                        "" + TICKETS)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader()) {
            assertEquals("queued", said.readLine());
            RtMachine watching = rooms.machine("watching");
            watching.await("some of them", () -> arrived(eyes, mark) >= 3);
        } finally {
            process.destroyForcibly(); // SIGKILL
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        }
        assertFalse(arrived(eyes, mark) == TICKETS, "it was killed in the middle");

        RtMachine next = rooms.machine("killed").online();
        next.awaitSent();
        assertEquals(List.of(), next.parked());
        List<Long> numbers = eyes.tickets(mark);
        assertEquals(TICKETS, numbers.size());
        for (long number : numbers) {
            List<String> notes = eyes.messages(number).stream()
                    .filter(text -> text.startsWith("Comment|note "))
                    .toList();
            assertEquals(1, notes.size(), notes.toString());
        }
    }

    private static int arrived(OtherEyes eyes, String mark) {
        try {
            return eyes.tickets(mark).size();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
