package org.waystation.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.file.Blobs;
import org.waystation.server.kind.FieldDefinition;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;
import org.waystation.server.record.Ledger;
import org.waystation.server.record.RecordWrite;
import org.waystation.server.record.StoredRecord;

/** The server's records in memory, with one history. A copy of it is a backup. */
final class ServerMemory implements Ledger {

    private final Map<UUID, StoredRecord> records = new LinkedHashMap<>();
    private final TreeMap<Long, UUID> bySequence = new TreeMap<>();
    private final Map<UUID, Claim> claims = new HashMap<>();
    private final Set<UUID> everDeleted;
    private long sequence;
    private long oldest;
    private long ticketNumber = 1000;

    /** Who had which operation applied, to what. */
    record Claim(UUID userId, UUID entityId) {}

    ServerMemory() {
        everDeleted = new HashSet<>();
    }

    private ServerMemory(ServerMemory other) {
        everDeleted = other.everDeleted; // what people saw happen stays true, whatever is restored
        records.putAll(other.records);
        bySequence.putAll(other.bySequence);
        claims.putAll(other.claims);
        sequence = other.sequence;
        oldest = other.oldest;
        ticketNumber = other.ticketNumber;
    }

    ServerMemory copy() {
        return new ServerMemory(this);
    }

    long sequence() {
        return sequence;
    }

    /** Cursors before it cannot be continued. */
    long oldest() {
        return oldest;
    }

    /** Forgets all deletions so far, as a server does after some weeks. */
    void forgetDeletions() {
        List<UUID> gone = records.values().stream()
                .filter(StoredRecord::deleted)
                .map(StoredRecord::id)
                .toList();
        for (UUID id : gone) {
            bySequence.remove(records.remove(id).seq());
        }
        oldest = sequence;
    }

    /** Whether the record was deleted at some time, in this history or in one before a backup was restored. */
    boolean wasDeleted(UUID id) {
        return everDeleted.contains(id);
    }

    Map<UUID, Claim> claims() {
        return claims;
    }

    Optional<StoredRecord> find(UUID id) {
        return Optional.ofNullable(records.get(id));
    }

    List<StoredRecord> live() {
        return records.values().stream().filter(record -> !record.deleted()).toList();
    }

    /** In commit order. */
    List<StoredRecord> after(long cursor) {
        return bySequence.tailMap(cursor, false).values().stream()
                .map(records::get)
                .toList();
    }

    @Override
    public Optional<StoredRecord> hold(UUID id) {
        return find(id);
    }

    @Override
    public Map<UUID, StoredRecord> share(Collection<UUID> ids) {
        Map<UUID, StoredRecord> found = new LinkedHashMap<>();
        ids.forEach(id -> find(id).filter(record -> !record.deleted()).ifPresent(record -> found.put(id, record)));
        return found;
    }

    @Override
    public List<StoredRecord> holdParts(EntityKind kind, UUID id) {
        List<StoredRecord> parts = new ArrayList<>();
        for (KindDefinition part : Kinds.all()) {
            if (part.isPartOf(kind)) {
                String whole = part.parent().orElseThrow();
                live().stream()
                        .filter(record -> record.kind().equals(part.kind()))
                        .filter(record -> record.reference(whole).equals(Optional.of(id)))
                        .forEach(record -> {
                            parts.add(record);
                            parts.addAll(holdParts(record.kind(), record.id()));
                        });
            }
        }
        return parts;
    }

    @Override
    public Optional<StoredRecord> lastAuditEntry(UUID deviceId) {
        return live().stream()
                .filter(record -> record.kind().equals(EntityKind.AUDIT_ENTRY))
                .filter(record -> record.data().path("deviceId").asText().equals(deviceId.toString()))
                .max(Comparator.comparingLong(
                        record -> record.data().path("position").asLong()));
    }

    @Override
    public Optional<EntityKind> referrer(EntityKind kind, UUID id) {
        return live().stream()
                .filter(record -> Kinds.find(record.kind())
                        .filter(definition -> refers(definition, record, kind, id))
                        .isPresent())
                .map(StoredRecord::kind)
                .findFirst();
    }

    private static boolean refers(KindDefinition definition, StoredRecord record, EntityKind kind, UUID id) {
        for (FieldDefinition field : definition.references()) {
            boolean candidate = field.type() instanceof FieldType.Reference reference
                    && reference.target().equals(kind)
                    && definition.parent().filter(field.name()::equals).isEmpty();
            if (candidate && record.reference(field.name()).equals(Optional.of(id))) {
                return true;
            }
        }
        return false;
    }

    /** Files are not part of the simulation. */
    @Override
    public Optional<Blobs.Blob> blob(String sha256, UUID userId) {
        return Optional.empty();
    }

    @Override
    public long nextTicketNumber() {
        return ++ticketNumber;
    }

    @Override
    public List<StoredRecord> write(List<RecordWrite> writes) {
        List<StoredRecord> stored = new ArrayList<>();
        for (RecordWrite write : writes) {
            StoredRecord before = records.get(write.id());
            if (before != null) {
                bySequence.remove(before.seq());
            }
            if (write.deleted()) {
                everDeleted.add(write.id());
            }
            StoredRecord now = write.stored(++sequence);
            records.put(now.id(), now);
            bySequence.put(now.seq(), now.id());
            stored.add(now);
        }
        return stored;
    }

    /** Writes a record as another program than ours would, past all rules. */
    StoredRecord writeFreely(EntityKind kind, UUID id, Optional<UUID> companyId, ObjectNode data) {
        RecordWrite write = find(id).filter(record -> !record.deleted())
                .map(before -> RecordWrite.edited(before, companyId, data))
                .orElseGet(() -> RecordWrite.created(kind, id, companyId, data));
        return write(List.of(write)).getFirst();
    }
}
