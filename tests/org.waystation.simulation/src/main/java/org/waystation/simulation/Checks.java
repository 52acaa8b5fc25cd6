package org.waystation.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.server.record.Json;
import org.waystation.server.record.StoredRecord;
import org.waystation.store.StoreException;

/** What has to be true once all is calm again. */
final class Checks {

    private final MemoryServer server;
    private final EditBook book;
    private final List<Device> devices;
    private final List<Failure> failures = new ArrayList<>();

    /** A promise that was broken. */
    record Failure(String check, String what) {}

    Checks(MemoryServer server, EditBook book, List<Device> devices) {
        this.server = server;
        this.book = book;
        this.devices = devices;
    }

    List<Failure> failures() {
        return failures;
    }

    void fail(String check, String what) {
        failures.add(new Failure(check, what));
    }

    /** Nothing that somebody was told is saved is lost; nothing that is done is told of as refused. */
    void nothingLost() throws StoreException {
        Map<UUID, List<MemoryServer.Written>> byOperation =
                server.history().stream().collect(Collectors.groupingBy(MemoryServer.Written::operationId));
        Map<UUID, List<MemoryServer.Written>> byEntity =
                server.history().stream().collect(Collectors.groupingBy(MemoryServer.Written::entityId));
        Map<Device, Set<UUID>> inOutbox = new LinkedHashMap<>();
        for (Device device : devices) {
            inOutbox.put(
                    device,
                    device.outbox().pending().stream()
                            .map(pending -> pending.operation().id())
                            .collect(Collectors.toSet()));
        }
        for (EditBook.Entry entry : book.entries().values()) {
            UUID id = entry.operation().id();
            boolean waits = inOutbox.get(entry.device()).contains(id);
            boolean applied = byOperation.containsKey(id);
            // The server says nothing of what its author may not see any more.
            boolean stillApplied = server.memory().claims().containsKey(id)
                    && server.memory()
                            .find(entry.operation().entityId())
                            .filter(record ->
                                    server.inScope(entry.device().caller().id(), record))
                            .isPresent();
            if (waits && stillApplied) {
                fail("nothing told of as refused that was done", entry.device().name() + " " + entry.operation());
            }
            if (entry.word() == EditBook.Word.SAVED
                    && !waits
                    && !applied
                    && !cameTrue(
                            entry.operation(),
                            byEntity.getOrDefault(entry.operation().entityId(), List.of()))) {
                fail("no acknowledged edit lost", entry.device().name() + " " + entry.operation());
            }
        }
    }

    /** Whether the record was at some time as the operation wanted it, so that there was nothing left to send. */
    private boolean cameTrue(Operation operation, List<MemoryServer.Written> states) {
        if (operation.type() == Operation.Type.DELETE) {
            return server.memory().wasDeleted(operation.entityId());
        }
        return states.stream().anyMatch(state -> operation.changes().stream().allMatch(change -> has(state, change)));
    }

    private static boolean has(MemoryServer.Written state, FieldChange change) {
        JsonNode value = state.data().get(change.field());
        if (change.field().equals("tags")) {
            Set<String> is = texts(value);
            Set<String> old = texts(change.oldValue());
            Set<String> wanted = texts(change.newValue());
            return wanted.stream().filter(tag -> !old.contains(tag)).allMatch(is::contains)
                    && old.stream().filter(tag -> !wanted.contains(tag)).noneMatch(is::contains);
        }
        return value == null ? change.newValue() == null : value.asText().equals(String.valueOf(change.newValue()));
    }

    private static Set<String> texts(@Nullable Object list) {
        Set<String> texts = new TreeSet<>();
        if (list instanceof JsonNode node) {
            node.forEach(one -> texts.add(one.asText()));
        } else if (list instanceof List<?> values) {
            values.forEach(one -> texts.add(String.valueOf(one)));
        }
        return texts;
    }

    /** Nothing was done twice: no operation in one history, no words under two identities. */
    void nothingDoubled() {
        Map<String, Set<UUID>> byWords = new LinkedHashMap<>();
        Set<String> once = new HashSet<>();
        for (MemoryServer.Written written : server.history()) {
            if (!once.add(written.life() + " " + written.operationId())) {
                fail("none doubled", "operation " + written.operationId());
            }
            for (String field : List.of("body", "comment")) {
                JsonNode words = written.data().get(field);
                if (words != null && words.asText().contains("#")) {
                    byWords.computeIfAbsent(words.asText(), any -> new HashSet<>())
                            .add(written.entityId());
                }
            }
        }
        byWords.forEach((words, entities) -> {
            if (entities.size() > 1) {
                fail("none doubled", words + " in " + entities);
            }
        });
    }

    /**
     * Each machine holds exactly what its technician may see and takes along, as the server has it; what is parked is left
     * out.
     *
     * @param which machines to look at
     */
    void replicasEqual(Predicate<Device> which) throws StoreException {
        for (Device device : devices.stream().filter(which).toList()) {
            Set<UUID> own = MemorySelection.own(server.memory(), device.caller().id());
            Map<UUID, EntityRecord> held = held(device);
            Set<UUID> changedHere = device.outbox().pending().stream()
                    .map(PendingOperation::operation)
                    .map(Operation::entityId)
                    .collect(Collectors.toSet());
            for (StoredRecord record : server.memory().live()) {
                if (expected(device, record, own) && !changedHere.contains(record.id())) {
                    compare(device, record, Optional.ofNullable(held.remove(record.id())));
                } else if (changedHere.contains(record.id())) {
                    held.remove(record.id());
                }
            }
            for (EntityRecord extra : held.values()) {
                if (!changedHere.contains(extra.id())) {
                    strayRow(device, extra);
                }
            }
        }
    }

    /** Each machine's chain holds in itself, and the server has all of it and nothing else. */
    void auditChainIntact() throws IOException {
        for (Device device : devices) {
            Optional<Long> broken = device.trail().firstBroken();
            if (broken.isPresent()) {
                fail("audit chain intact", device.name() + " has a broken entry " + broken.get());
            }
            String chain = String.valueOf(device.trail().device().orElse(null));
            List<String> there = server.memory().live().stream()
                    .filter(record -> record.kind().equals(EntityKind.AUDIT_ENTRY))
                    .map(StoredRecord::data)
                    .filter(entry -> entry.path("deviceId").asText().equals(chain))
                    .sorted(Comparator.comparingLong(
                            entry -> entry.path("position").asLong()))
                    .map(entry -> entry.path("position").asLong() + " "
                            + entry.path("hash").asText())
                    .toList();
            List<String> here = device.trail().entries().stream()
                    .map(entry -> entry.number() + " " + entry.hash())
                    .toList();
            if (!here.equals(there)) {
                fail(
                        "audit chain intact",
                        device.name() + " has " + here.size() + " entries, the server " + there.size() + " of them");
            }
        }
    }

    private boolean expected(Device device, StoredRecord record, Set<UUID> own) {
        return server.inScope(device.caller().id(), record)
                && device.selection().wants(record, own);
    }

    private void strayRow(Device device, EntityRecord extra) {
        Optional<StoredRecord> there = server.memory().find(extra.id());
        boolean foreign = there.filter(record -> !record.deleted())
                .filter(record -> !server.inScope(device.caller().id(), record))
                .isPresent();
        fail(
                foreign ? "no row of another company" : "replicas equal",
                device.name() + " holds " + extra.kind() + " " + extra.id() + " of version " + extra.version());
    }

    private Map<UUID, EntityRecord> held(Device device) throws StoreException {
        Set<String> kinds = new TreeSet<>(Set.of(
                "user",
                "company",
                "agreement",
                "contact",
                "asset",
                "ticket",
                "note",
                "timeEntry",
                "holiday",
                "auditEntry"));
        Map<UUID, EntityRecord> held = new LinkedHashMap<>();
        for (String kind : kinds) {
            device.records().all(new EntityKind(kind)).forEach(record -> held.put(record.id(), record));
        }
        return held;
    }

    private void compare(Device device, StoredRecord record, Optional<EntityRecord> held) {
        if (held.isEmpty()) {
            fail("replicas equal", device.name() + " lacks " + record.kind() + " " + record.id());
            return;
        }
        JsonNode here = Json.mapper().valueToTree(held.get().data());
        String mine = Json.text(sorted(here));
        String theirs = Json.text(sorted(record.data()));
        if (held.get().version() != record.version() || !mine.equals(theirs)) {
            fail(
                    "replicas equal",
                    device.name() + " has " + record.kind() + " " + record.id() + " as version "
                            + held.get().version() + " " + mine + ", the server as version " + record.version() + " "
                            + theirs);
        }
    }

    private static JsonNode sorted(JsonNode object) {
        ObjectNode sorted = Json.object();
        new TreeSet<>(object.properties().stream().map(Map.Entry::getKey).toList())
                .forEach(name -> sorted.set(name, object.get(name)));
        return sorted;
    }

    void noFaultOfOurOwn() {
        for (Device device : devices) {
            device.faultsOfOurOwn()
                    .forEach(fault -> fail("the engine has no fault of its own", device.name() + " " + fault));
        }
    }
}
