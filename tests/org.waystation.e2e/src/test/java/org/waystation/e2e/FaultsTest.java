package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.Workstation;

/** What goes wrong around the program is told in one sentence with what to do, and nothing is lost. */
class FaultsTest {

    @TempDir
    Path folder;

    @Test
    void aWrongTokenIsToldAndTheRightOneIsTakenWithoutARestart() throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            ServerProcess server = session.server().start();
            Path ready = server.readyFile();
            String right = Files.readString(ready);
            Files.writeString(ready, right.replaceFirst("\"token\":\"[^\"]*\"", "\"token\":\"wrong\""));
            try (Workstation workstation = session.open()) {
                Screen screen = workstation.screen();
                screen.await(Locator.id("waystation.balloon"));
                new StatusBot(screen).awaitContaining("token");
                Files.writeString(ready, right);
                new StatusBot(screen).awaitUpToDate();
                new QueueBot(screen).awaitFilled();
                session.finish(workstation);
            }
        }
    }

    @Test
    void aSecondInstanceOnTheSameProfileSaysSoAndTheFirstGoesOn() throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            session.server().start();
            try (Workstation first = session.open()) {
                new QueueBot(first.screen()).awaitFilled();
                try (Workstation second = session.openBeside()) {
                    second.screen().await(Locator.id("waystation.startproblem"));
                    second.screen().await(Locator.contains("already"));
                }
                new StatusBot(first.screen()).awaitUpToDate();
            }
        }
    }

    @Test
    void aDamagedStoreIsSetAsideAndFilledAgain() throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            session.server().start();
            try (Workstation workstation = session.open()) {
                new StatusBot(workstation.screen()).awaitUpToDate();
                new Hands().press("ctrl+q");
                assertTrue(workstation.awaitExit(Duration.ofSeconds(30)), "did not end");
            }
            damage(session.profile().resolve("store").resolve("store.db"));
            try (Workstation workstation = session.open()) {
                workstation.screen().await(Locator.id("waystation.balloon"));
                new QueueBot(workstation.screen()).awaitFilled();
                new StatusBot(workstation.screen()).awaitUpToDate();
            }
        }
    }

    /** Flips bytes all over the file, the first page included. */
    private static void damage(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long at = 40; at < channel.size(); at += 4096) {
                channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), at);
            }
        }
    }
}
