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
import org.waystation.api.record.Fields;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Problem;
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
            StoredAuditTrail trail = new StoredAuditTrail(store.documents(), store.outbox(), store.replica());
            trail.append("session.start", "fs-01", Optional.of(company), "as root");
            trail.append("session.end", "fs-01", Optional.of(company), "");
        }
        try (LocalStore store = open()) {
            StoredAuditTrail trail = new StoredAuditTrail(store.documents(), store.outbox(), store.replica());
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
            StoredAuditTrail trail = new StoredAuditTrail(store.documents(), store.outbox(), store.replica());
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

    @Test
    void everyEntryIsSentBehindTheOneBefore() throws Exception {
        try (LocalStore store = open()) {
            StoredAuditTrail trail = new StoredAuditTrail(store.documents(), store.outbox(), store.replica());
            trail.append("session.start", "fs-01", Optional.empty(), "as root");
            AuditEntry last = trail.append("session.end", "fs-01", Optional.empty(), "x".repeat(3_000));
            List<Operation> sent = sent(store);
            assertEquals(List.of(), sent.get(0).dependsOn());
            assertEquals(List.of(sent.get(0).id()), sent.get(1).dependsOn());
            assertEquals(2_000, last.detail().length(), "no more than the server takes");
            Fields shown = store.records().find(sent.get(1).ref()).orElseThrow().fields();
            assertEquals(2, shown.number("position").orElseThrow());
            assertEquals(last.hash(), shown.text("hash"));
            assertEquals(trail.latest(2).getLast().hash(), shown.text("previousHash"));
            assertEquals(trail.device(), shown.uuid("deviceId"));
        }
    }

    @Test
    void entriesOfATimeWhenTheyStayedHereAreSentWithTheNextOne() throws Exception {
        try (LocalStore store = open()) {
            StoredAuditTrail trail = new StoredAuditTrail(store.documents(), store.outbox(), store.replica());
            trail.append("session.start", "fs-01", Optional.empty(), "");
            store.outbox().discard(sent(store).getFirst().id());
            store.documents().write(List.of(new Change("audit.device", "id", null)));
            trail.append("session.end", "fs-01", Optional.empty(), "");
            assertEquals(2, sent(store).size());
            assertEquals(
                    List.of(sent(store).getFirst().id()), sent(store).getLast().dependsOn());
        }
    }

    @Test
    void aServerThatHasLostTheEndGetsItAgainAndOneThatHasAnotherChainDoesNot() throws Exception {
        try (LocalStore store = open()) {
            StoredAuditTrail trail = new StoredAuditTrail(store.documents(), store.outbox(), store.replica());
            BrokenChain broken = new BrokenChain(trail, store.outbox());
            for (int i = 1; i <= 4; i++) {
                trail.append("session.start", "host-" + i, Optional.empty(), "");
                if (i < 4) {
                    store.outbox().discard(sent(store).getFirst().id()); // stands for: the server has it
                }
            }
            refuse(store, "must be 3");
            broken.look();
            List<Operation> again = sent(store);
            assertEquals(
                    List.of("host-3", "host-4"),
                    again.stream().map(StoredAuditTrailTest::subject).toList());
            assertEquals(List.of(again.getFirst().id()), again.getLast().dependsOn());

            refuse(store, "must be 3");
            broken.look();
            assertEquals(again, sent(store), "it is not sent round and round");
            refuse(store, "must be 9");
            broken.look();
            assertEquals(again, sent(store), "the server has more than we do: somebody has to look");
        }
    }

    private static void refuse(LocalStore store, String detail) throws Exception {
        store.outbox()
                .park(
                        sent(store).getFirst().id(),
                        new Problem(
                                "chain_broken",
                                "Not the next entry",
                                "",
                                List.of(new Problem.FieldError("position", "next", detail))));
    }

    private static List<Operation> sent(LocalStore store) throws Exception {
        return store.outbox().pending().stream()
                .map(pending -> pending.operation())
                .toList();
    }

    private static Object subject(Operation operation) {
        return operation.changes().stream()
                .filter(change -> change.field().equals("subject"))
                .findFirst()
                .orElseThrow()
                .newValue();
    }

    private static void write(LocalStore store, String key, byte[] body) throws Exception {
        store.documents().write(List.of(new Change("audit", key, body)));
    }

    private LocalStore open() throws Exception {
        return LocalStore.open(temp.resolve("store"), new byte[32]);
    }
}
