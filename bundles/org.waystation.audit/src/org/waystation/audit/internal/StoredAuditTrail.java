package org.waystation.audit.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.audit.AuditEntry;
import org.waystation.api.audit.AuditTrail;
import org.waystation.api.sync.ServerSession;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/** Each entry holds the hash of the one before it, so that a change, a gap or another order shows. */
@Component(service = AuditTrail.class)
public final class StoredAuditTrail implements AuditTrail {

    private static final String COLLECTION = "audit";

    private final Documents documents;
    private final Replica replica;
    private final Clock clock;
    private final EntryCodec codec = new EntryCodec();

    @Activate
    public StoredAuditTrail(@Reference Documents documents, @Reference Replica replica) {
        this(documents, replica, Clock.systemUTC());
    }

    StoredAuditTrail(Documents documents, Replica replica, Clock clock) {
        this.documents = documents;
        this.replica = replica;
        this.clock = clock;
    }

    @Override
    public synchronized AuditEntry append(String action, String subject, Optional<UUID> companyId, String detail)
            throws IOException {
        Optional<AuditEntry> before = latest(1).stream().findFirst();
        AuditEntry entry = codec.hashed(
                new AuditEntry(
                        before.map(AuditEntry::number).orElse(0L) + 1,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        who(),
                        action,
                        subject,
                        companyId,
                        detail,
                        ""),
                before.map(AuditEntry::hash).orElse(""));
        documents.write(List.of(new Change(COLLECTION, codec.key(entry.number()), codec.write(entry))));
        return entry;
    }

    private String who() throws StoreException {
        return replica.session().map(ServerSession::userName).orElse(System.getProperty("user.name", ""));
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
