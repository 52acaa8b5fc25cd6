package org.waystation.sessions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.SessionService.TicketName;
import org.waystation.api.sync.ServerSession;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.edit.Me;

/** The tickets that a session on an asset may be for. */
class SessionTicketsTest {

    private static final UUID COMPANY = id(1);
    private static final UUID ASSET = id(2);
    private static final UUID ME = id(3);
    private static final UUID MINE = id(10);
    private static final UUID NEWER = id(11);

    @TempDir
    Path temp;

    private LocalStore store;
    private Me me;

    @BeforeEach
    void fill() throws Exception {
        store = LocalStore.open(temp.resolve("store"), new byte[32]);
        store.replica()
                .saveSession(new ServerSession(ME, "Mara", "P", "e", Instant.EPOCH, Optional.empty(), "technician"));
        me = new Me(store.replica());
        try (SnapshotWriter writer = store.replica().beginSnapshot("epoch-1")) {
            writer.write(List.of(
                    record(EntityKind.COMPANY, COMPANY, "name", "Harbour Dental"),
                    record(EntityKind.ASSET, ASSET, "name", "FS-01", "companyId", COMPANY.toString()),
                    ticket(MINE, "in_progress", ME, "2026-02-01T00:00:00Z"),
                    ticket(NEWER, "new", id(4), "2026-03-01T00:00:00Z"),
                    ticket(id(12), "resolved", ME, "2026-03-02T00:00:00Z"),
                    ticket(id(13), "closed", ME, "2026-03-02T00:00:00Z")));
            writer.complete("c1");
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void openTicketsOfTheAssetAreOfferedTheTechniciansOwnFirst() throws Exception {
        SessionTickets tickets = new SessionTickets(store.records(), me);
        List<TicketName> offered = tickets.of(new RecordRef(EntityKind.ASSET, ASSET));
        assertEquals(List.of(MINE, NEWER), offered.stream().map(TicketName::id).toList());
        assertEquals(
                List.of(true, false), offered.stream().map(TicketName::mine).toList());
        assertEquals("#10 Backup failed", offered.getFirst().title());
        assertEquals(List.of(), tickets.of(new RecordRef(EntityKind.COMPANY, COMPANY)));
    }

    private static EntityRecord ticket(UUID id, String status, UUID assignee, String updatedAt) {
        return record(
                EntityKind.TICKET,
                id,
                "number",
                id.getLeastSignificantBits(),
                "subject",
                "Backup failed",
                "companyId",
                COMPANY.toString(),
                "assetId",
                ASSET.toString(),
                "assigneeId",
                assignee.toString(),
                "status",
                status,
                "updatedAt",
                updatedAt);
    }

    private static EntityRecord record(EntityKind kind, UUID id, Object... fields) {
        Map<String, Object> data = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            data.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return new EntityRecord(kind, id, 1, 1, data);
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
