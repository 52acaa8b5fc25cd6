package org.waystation.plugins.internal.safe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.plugins.internal.safe.StartJournal.Advice;

class StartJournalTest {

    private static final Advice NONE = new Advice(false, 0, Optional.empty());

    @TempDir
    Path folder;

    @Test
    void twoCrashesAtStartOfferSafeModeWithTheSuspect() throws IOException {
        assertEquals(NONE, journal().begin());
        journal().starting("a");
        journal().starting("b");
        assertEquals(new Advice(false, 1, Optional.of("b")), journal().begin());
        journal().starting("a");
        assertEquals(new Advice(true, 2, Optional.of("a")), journal().begin());
    }

    @Test
    void aStartThatCameToItsEndForgets() throws IOException {
        journal().begin();
        journal().starting("a");
        journal().completed();
        assertEquals(NONE, journal().begin());
    }

    @Test
    void nonsenseInTheFileIsNoCrash() throws IOException {
        Files.writeString(folder.resolve("start"), "what is this");
        assertEquals(NONE, journal().begin());
    }

    private StartJournal journal() {
        return new StartJournal(folder.resolve("start"));
    }
}
