package org.waystation.plugins.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.ContributionKind;
import org.waystation.api.plugins.PluginDependency;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.Publisher;
import org.waystation.plugins.internal.store.PluginRecord.Standing;
import org.waystation.plugins.internal.store.PluginRecord.StoredBundle;

class StateFileTest {

    @TempDir
    Path folder;

    @Test
    void isEmptyAtFirst() throws IOException {
        assertEquals(InstalledState.EMPTY, file().read());
    }

    @Test
    void readsAllThatWasWritten() throws IOException {
        InstalledState state = InstalledState.EMPTY.with(List.of(plugin("a", Standing.QUARANTINED)));
        file().write(state);
        assertEquals(state, file().read());
    }

    @Test
    void aDamagedFileLeavesTheOneBefore() throws IOException {
        InstalledState first = InstalledState.EMPTY.with(List.of(plugin("a", Standing.ENABLED)));
        InstalledState second = first.with(List.of(plugin("b", Standing.ENABLED)));
        file().write(first);
        file().write(second);
        Path newest = folder.resolve("state-0");
        Files.writeString(newest, Files.readString(newest).replace("ENABLED", "DISABLED"));
        assertEquals(first, file().read());
    }

    @Test
    void twoDamagedFilesAreToldApartFromNone() throws IOException {
        Files.writeString(folder.resolve("state-0"), "");
        Files.writeString(folder.resolve("state-1"), "nonsense");
        assertThrows(CorruptStateException.class, () -> file().read());
    }

    @Test
    void publishersStayPinnedAfterRemoval() {
        InstalledState state = InstalledState.EMPTY
                .with(List.of(plugin("a", Standing.ENABLED)))
                .without("a");
        assertEquals(Set.of("a"), state.pins().keySet());
        assertEquals(Set.of(), state.content());
    }

    private StateFile file() {
        return new StateFile(folder, step -> {});
    }

    private static PluginRecord plugin(String id, Standing standing) {
        PluginDescription description = new PluginDescription(
                id,
                "Näme “" + id + "”",
                "Acme",
                "1.0.0",
                "1.0",
                "",
                Set.of(Capability.NETWORK),
                Set.of(ContributionKind.SEARCH),
                List.of(new PluginDependency("b", "[1,2)")));
        return new PluginRecord(
                description,
                "cc",
                new Publisher("CN=Acme", "aa"),
                List.of(new StoredBundle("dd", id, "1.0.0")),
                standing,
                "threw");
    }
}
