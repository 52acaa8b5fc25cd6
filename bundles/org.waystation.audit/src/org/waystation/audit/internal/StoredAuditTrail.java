package org.waystation.audit.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.audit.AuditEntry;
import org.waystation.api.audit.AuditTrail;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.ServerSession;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;
import org.waystation.store.Outbox;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;
import org.waystation.store.edit.OperationMaker;

/**
 * Each entry holds the hash of the one before it, so that a change, a gap or another order shows. An entry and the
 * operation that brings it to the server are kept in one transaction: with the end of the chain there, a chain that was
 * cut short here shows too.
 */
@Component(service = {AuditTrail.class, StoredAuditTrail.class})
public final class StoredAuditTrail implements AuditTrail {

    private static final String COLLECTION = "audit";
    private static final String DEVICE = "audit.device";
    private static final String ID = "id";

    /** What the server takes, in characters. */
    private static final int LONGEST_ACTION = 100;

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_DETAIL = 2_000;
    private static final int LONGEST_NAME = 200;

    private final Documents documents;
    private final Outbox outbox;
    private final Replica replica;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final EntryCodec codec = new EntryCodec();
    private final EntryOperations operations = new EntryOperations();

    @Activate
    public StoredAuditTrail(@Reference Documents documents, @Reference Outbox outbox, @Reference Replica replica) {
        this(documents, outbox, replica, Clock.systemUTC(), new OperationMaker()::newId);
    }

    /** @param ids names the device, once, and each operation */
    StoredAuditTrail(Documents documents, Outbox outbox, Replica replica, Clock clock, Supplier<UUID> ids) {
        this.documents = documents;
        this.outbox = outbox;
        this.replica = replica;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public synchronized AuditEntry append(String action, String subject, Optional<UUID> companyId, String detail)
            throws IOException {
        Optional<AuditEntry> before = latest(1).stream().findFirst();
        AuditEntry entry = codec.hashed(
                new AuditEntry(
                        before.map(AuditEntry::number).orElse(0L) + 1,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        cut(who(), LONGEST_NAME),
                        cut(action, LONGEST_ACTION),
                        cut(subject, LONGEST_SUBJECT),
                        companyId,
                        cut(detail, LONGEST_DETAIL),
                        ""),
                before.map(AuditEntry::hash).orElse(""));
        List<Change> kept = new ArrayList<>();
        kept.add(new Change(COLLECTION, codec.key(entry.number()), codec.write(entry)));
        Optional<UUID> known = device();
        List<AuditEntry> queued = new ArrayList<>();
        UUID device;
        if (known.isPresent()) {
            device = known.get();
        } else {
            device = ids.get();
            kept.add(new Change(DEVICE, ID, EntryOperations.bytes(device)));
            queued.addAll(from(1)); // of a time when they stayed on this machine
        }
        queued.add(entry);
        outbox.commit(send(device, queued), kept);
        return entry;
    }

    /**
     * Sends the chain again from an entry on, such as to a server that was restored to a time when it had less of it.
     *
     * @param number of the first entry that the server does not have
     */
    synchronized void sendFrom(long number) throws IOException {
        Optional<UUID> device = device();
        List<AuditEntry> missing = from(number);
        if (device.isEmpty() || missing.isEmpty()) {
            return;
        }
        for (PendingOperation pending : outbox.pending()) {
            if (pending.operation().kind().equals(EntityKind.AUDIT_ENTRY)) {
                outbox.discard(pending.operation().id());
            }
        }
        outbox.commit(send(device.get(), missing));
    }

    /** One after the other, the first behind what waits already. */
    private List<Operation> send(UUID device, List<AuditEntry> entries) throws IOException {
        List<Operation> sent = new ArrayList<>();
        long first = entries.getFirst().number();
        String before = first == 1 ? "" : entry(first - 1).map(AuditEntry::hash).orElse("");
        List<UUID> needs =
                outbox.pending(new RecordRef(EntityKind.AUDIT_ENTRY, EntryOperations.id(device, first - 1))).stream()
                        .map(pending -> pending.operation().id())
                        .toList();
        Optional<UUID> user = replica.session().map(ServerSession::userId);
        for (AuditEntry entry : entries) {
            Operation creation = operations.creation(ids.get(), device, entry, before, user, needs);
            sent.add(creation);
            needs = List.of(creation.id());
            before = entry.hash();
        }
        return sent;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private String who() throws StoreException {
        return replica.session().map(ServerSession::userName).orElse(System.getProperty("user.name", ""));
    }

    /** Under which name this machine's chain is at the server; empty before its first entry. */
    Optional<UUID> device() throws StoreException {
        return documents.find(DEVICE, ID).map(EntryOperations::uuid);
    }

    private Optional<AuditEntry> entry(long number) throws IOException {
        Optional<byte[]> json = documents.find(COLLECTION, codec.key(number));
        return json.isPresent() ? Optional.of(codec.read(json.get())) : Optional.empty();
    }

    /** In their order. */
    List<AuditEntry> from(long number) throws IOException {
        long last = latest(1).stream().mapToLong(AuditEntry::number).findFirst().orElse(0);
        return last < number
                ? List.of()
                : latest((int) Math.min(Integer.MAX_VALUE, last - number + 1)).reversed();
    }

    @Override
    public List<AuditEntry> latest(int limit) throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        for (Document document : documents.last(COLLECTION, limit)) {
            entries.add(codec.read(document.body()));
        }
        return entries;
    }

    @Override
    public Optional<Long> firstBroken() throws IOException {
        String before = "";
        long number = 0;
        for (Document document : documents.all(COLLECTION)) {
            number++;
            AuditEntry entry = codec.read(document.body());
            if (entry.number() != number || !codec.hashed(entry, before).hash().equals(entry.hash())) {
                return Optional.of(number);
            }
            before = entry.hash();
        }
        return Optional.empty();
    }
}
