package org.waystation.plugins.internal.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.plugins.Capability;

class AuditFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeTwoRuns() throws IOException, InterruptedException {
        file = folder.resolve("audit.log");
        write("Profile.folder", "Profile.folder");
        write("TicketService.addNote");
    }

    @Test
    void eachUseIsALine() throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertTrue(lines.get(2).contains("\tcom.acme\tfiles\tTicketService.addNote\t"), lines.get(2));
        assertEquals(0, AuditFile.firstBreak(lines));
    }

    @Test
    void aChangedLineShows() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(1, lines.get(1).replace("folder", "nothing"));
        assertEquals(2, AuditFile.firstBreak(lines));
    }

    @Test
    void aLineThatWasTakenOutShows() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(1);
        assertEquals(2, AuditFile.firstBreak(lines));
    }

    private void write(String... uses) throws IOException, InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AuditFile audit = new AuditFile(file, Clock.systemUTC(), thread);
        for (String use : uses) {
            audit.used("com.acme", Capability.FILES, use);
        }
        thread.shutdown();
        assertTrue(thread.awaitTermination(1, TimeUnit.MINUTES));
    }
}
