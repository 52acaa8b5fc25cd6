package org.waystation.audit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.audit.AuditEntry;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;
import org.waystation.store.LocalStore;

class StoredAuditTrailTest {

    @TempDir
    Path temp;

    @Test
    void entriesFollowEachOtherAndTheChainHoldsAfterARestart() throws Exception {
        UUID company = UUID.randomUUID();
        try (LocalStore store = open()) {
            StoredAuditTrail trail = new StoredAuditTrail(store.documents(), store.replica());
            trail.append("session.start", "fs-01", Optional.of(company), "as root");
            trail.append("session.end", "fs-01", Optional.of(company), "");
        }
        try (LocalStore store = open()) {
            StoredAuditTrail trail = new StoredAuditTrail(store.documents(), store.replica());
            trail.append("session.start", "fs-02", Optional.empty(), "");
            List<AuditEntry> latest = trail.latest(10);
            assertEquals(
                    List.of(3L, 2L, 1L), latest.stream().map(AuditEntry::number).toList());
            assertEquals(Optional.of(company), latest.getLast().companyId());
            assertEquals(Optional.empty(), trail.firstBroken());
        }
    }

    @Test
    void aChangedATakenOutAndASwappedEntryShow() throws Exception {
        try (LocalStore store = open()) {
            StoredAuditTrail trail = new StoredAuditTrail(store.documents(), store.replica());
            for (int i = 0; i < 5; i++) {
                trail.append("session.start", "host-" + i, Optional.empty(), "");
            }
            List<Document> all = store.documents().all("audit");
            String changed = new String(all.get(2).body(), StandardCharsets.UTF_8).replace("host-2", "host-X");
            write(store, all.get(2).key(), changed.getBytes(StandardCharsets.UTF_8));
            assertEquals(Optional.of(3L), trail.firstBroken());

            write(store, all.get(2).key(), all.get(2).body());
            assertEquals(Optional.empty(), trail.firstBroken());
            write(store, all.get(3).key(), null);
            assertEquals(Optional.of(4L), trail.firstBroken());

            write(store, all.get(3).key(), all.get(4).body());
            assertTrue(trail.firstBroken().isPresent());
        }
    }

    private static void write(LocalStore store, String key, byte[] body) throws Exception {
        store.documents().write(List.of(new Change("audit", key, body)));
    }

    private LocalStore open() throws Exception {
        return LocalStore.open(temp.resolve("store"), new byte[32]);
    }
}
