package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.Workstation;

/** What goes wrong around the program is told in one sentence with what to do, and nothing is lost. */
class FaultsTest {

    private static final int TICKET = 48213;
    private static final String WRITTEN = "Written while something was wrong.";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "HTTP_500, The server has a fault, HTTP 500",
        "MALFORMED, The server's answer cannot be used, is not valid JSON",
        "CUT, The server's answer cannot be used, cut off"
    })
    void anAnswerThatIsNoneIsToldOnceAndWorkGoesOn(FaultyProxy.Harm harm, String title, String why) throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            ServerProcess server = session.server().start();
            try (FaultyProxy proxy = session.proxy();
                    Workstation workstation = session.open(session.profile(), proxy.readyFile())) {
                Screen screen = workstation.screen();
                TicketBot ticket = openTicket(screen);
                proxy.harm(harm);
                ticket.note(WRITTEN).awaitText(WRITTEN);
                String told = new NoticeBot(screen).awaitOnly(title);
                assertTrue(told.contains(why), told);
                assertTrue(told.contains("You can go on working; it is tried again by itself."), told);
                screen.waitFor("several more tries", () -> proxy.harmed() > 5);
                assertReacts(screen);
                assertEquals(1, new NoticeBot(screen).log().size(), "notifications");

                proxy.harm(FaultyProxy.Harm.NONE);
                assertArrivedOnce(screen, server);
                new NoticeBot(screen).awaitNone();
                session.finish(workstation);
            }
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsToldAndNothingIsSentThere() throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            ServerProcess server = session.server().start();
            try (FaultyProxy proxy = session.proxy();
                    Workstation workstation = session.open(session.profile(), proxy.readyFile())) {
                Screen screen = workstation.screen();
                TicketBot ticket = openTicket(screen);
                proxy.impersonate(true);
                String told = new NoticeBot(screen).awaitOnly("The server's certificate does not verify");
                assertTrue(told.contains("Ask whoever runs the server; do not go around it."), told);
                ticket.note(WRITTEN).awaitText(WRITTEN);
                new StatusBot(screen).awaitContaining("1 change waiting");
                assertReacts(screen);
                assertEquals(1, new NoticeBot(screen).log().size(), "notifications");
                assertEquals(0, proxy.toldUntrusted(), "requests sent to it");

                proxy.impersonate(false);
                assertArrivedOnce(screen, server);
                new NoticeBot(screen).awaitNone();
                session.finish(workstation);
            }
        }
    }

    @Test
    void aTokenThatExpiresIsToldAndWorkArrivesAfterTheNextSignIn() throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            ServerProcess server = session.server().start();
            try (Workstation workstation = session.open()) {
                Screen screen = workstation.screen();
                TicketBot ticket = openTicket(screen);
                server.stop();
                server.start("--token-ttl", "2");
                // An answer to the token while it works, or none: what counts is what is told once it has expired.
                screen.waitFor("the server refuses the token", () -> refuses(server));
                ticket.note(WRITTEN).awaitText(WRITTEN);
                String told = new NoticeBot(screen).awaitOnly("Sign in again");
                assertTrue(told.contains("has expired. Sign in again."), told);
                assertTrue(told.contains("your changes are kept"), told);
                new StatusBot(screen).awaitContaining("1 change waiting");
                assertReacts(screen);
                assertEquals(
                        1,
                        new NoticeBot(screen)
                                .log().stream()
                                        .filter(line -> line.contains("Sign in again"))
                                        .count());

                server.stop();
                server.start();
                assertArrivedOnce(screen, server);
                new NoticeBot(screen).awaitNone();
                session.finish(workstation);
            }
        }
    }

    @Test
    void aFullDiskIsToldWhatWasTypedStaysAndIsKeptOnceThereIsRoom() throws Exception {
        assumeTrue(SmallDisk.possible(), "needs root, or sudo without a password, to mount a small disk");
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"));
                Session session = new Session(folder, "--sample", "small")) {
            ServerProcess server = session.server().start();
            Path profile = disk.folder().resolve("profile");
            try (Workstation workstation = session.open(profile, server.readyFile())) {
                // What the first sync leaves of its journal until the end would be room enough for a note.
                new StatusBot(workstation.screen()).awaitUpToDate();
                session.finish(workstation);
            }
            try (Workstation workstation = session.open(profile, server.readyFile())) {
                Screen screen = workstation.screen();
                TicketBot ticket = openTicket(screen);
                disk.fill();
                ticket.note(WRITTEN);
                String told = new NoticeBot(screen).awaitOnly("disk is full");
                assertTrue(told.contains("Free some space on the disk that holds"), told);
                assertTrue(told.contains("Nothing you typed is lost"), told);
                assertEquals(WRITTEN, ticket.composed());
                assertReacts(screen);
                assertEquals(1, new NoticeBot(screen).log().size(), "notifications");

                disk.free();
                ticket.save().awaitText(WRITTEN);
                assertArrivedOnce(screen, server);
                session.finish(workstation);
            }
        }
    }

    @Test
    void aCrashLosesNeitherTheNoteThatIsBeingWrittenNorTheFilter() throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            session.server().start();
            try (Workstation workstation = session.open()) {
                TicketBot ticket = openTicket(workstation.screen());
                ticket.compose("half a thought");
                // What was typed reaches the disk in the background, in the time a person needs for this.
                new QueueBot(workstation.screen()).filter(TICKET + " ").awaitOnly(String.valueOf(TICKET));
                workstation.screen().settle();
                workstation.kill();
            }
            try (Workstation workstation = session.open()) {
                TicketBot ticket = new QueueBot(workstation.screen())
                        .awaitFilled()
                        .awaitOnly(String.valueOf(TICKET))
                        .openFirst();
                ticket.awaitComposed("half a thought");
                session.finish(workstation);
            }
        }
    }

    /** Two of those in a row would have it ask whether a plug-in is to blame. */
    @Test
    void aProgramThatTheSystemEndsWhileItStartsHasNotCrashed() throws Exception {
        try (Session session = new Session(folder, "--sample", "small")) {
            session.server().start();
            for (int time = 0; time < 2; time++) {
                try (Workstation workstation = session.open()) {
                    workstation.screen().await(Locator.id("waystation.window"));
                    // SIGTERM at once, as at the end of a desktop session
                }
                assertTrue(
                        Files.notExists(session.profile().resolve("plugins/start.txt")),
                        "the start is still under way");
            }
            try (Workstation workstation = session.open()) {
                new QueueBot(workstation.screen()).awaitFilled();
                new StatusBot(workstation.screen()).awaitUpToDate();
                new NoticeBot(workstation.screen()).awaitNone();
                session.finish(workstation);
            }
        }
    }

    private static TicketBot openTicket(Screen screen) {
        QueueBot queue = new QueueBot(screen).awaitFilled();
        new StatusBot(screen).awaitUpToDate();
        return queue.filter(String.valueOf(TICKET))
                .awaitOnly(String.valueOf(TICKET))
                .openFirst();
    }

    /** The window answers to the keyboard, and has not frozen so far. */
    private static void assertReacts(Screen screen) {
        new QueueBot(screen).filter("status:open ").awaitFilled();
        assertEquals(List.of(), Session.freezes(screen), "freezes of the UI thread");
    }

    private static void assertArrivedOnce(Screen screen, ServerProcess server) throws Exception {
        new StatusBot(screen).awaitUpToDate();
        screen.awaitGone(Locator.text("not yet synced"));
        assertEquals(1, server.notes(TICKET, WRITTEN), "notes on the server");
    }

    private static boolean refuses(ServerProcess server) throws InterruptedException {
        try {
            server.get("session");
            return false;
        } catch (IOException e) {
            return e.getMessage().contains(" answered 401");
        }
    }

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
