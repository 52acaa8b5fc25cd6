package org.waystation.sessions.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.audit.AuditTrail;
import org.waystation.api.domain.SessionProtocol;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.HostKeyChange;
import org.waystation.api.session.SessionRecord;
import org.waystation.api.session.SessionRequest;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.sync.Operation;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;
import org.waystation.store.Outbox;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Me;
import org.waystation.store.edit.NewRecord;
import org.waystation.store.edit.OperationMaker;

/** Writes down what sessions do: into the audit trail, and into the list of sessions that were. */
@Component(service = Journal.class)
public final class Journal {

    private static final Logger LOG = System.getLogger(Journal.class.getName());
    private static final String PAST = "session";
    private static final String TARGETS = "session-target";

    private final Documents documents;
    private final AuditTrail audit;
    private final SessionThreads threads;
    private final Outbox outbox;
    private final Me me;
    private final OperationMaker make = new OperationMaker();
    private final RecordCodec codec = new RecordCodec();

    @Activate
    public Journal(
            @Reference Documents documents,
            @Reference AuditTrail audit,
            @Reference SessionThreads threads,
            @Reference Outbox outbox,
            @Reference Me me) {
        this.documents = documents;
        this.audit = audit;
        this.threads = threads;
        this.outbox = outbox;
        this.me = me;
    }

    /** @param first whether this is the session's first connection, not a reconnect */
    void started(LiveSession session, boolean first) {
        SessionRequest request = session.request();
        SessionTarget target = request.target();
        keep(() -> {
            audit(session, first ? "session.start" : "session.reconnect", target.protocol() + " as " + target.user());
            if (request.assetId().isPresent()) {
                String key = request.assetId().get().toString();
                documents.write(List.of(new Change(TARGETS, key, codec.write(target))));
            }
            return true;
        });
    }

    void ended(LiveSession session, String ending, boolean recorded, int transfers) {
        SessionRequest request = session.request();
        SessionTarget target = request.target();
        SessionRecord record = new SessionRecord(
                session.id(),
                request.title(),
                target.protocol(),
                target.address(),
                target.user(),
                request.companyId(),
                request.assetId(),
                request.ticketId(),
                session.startedAt(),
                session.elapsed(),
                ending,
                recorded,
                transfers);
        keep(() -> {
            outbox.commit(shared(record), List.of(new Change(PAST, session.id().toString(), codec.write(record))));
            audit(
                    session,
                    "session.end",
                    record.duration().toSeconds() + " s" + (ending.isEmpty() ? "" : ", " + ending));
            return true;
        });
    }

    /**
     * What the others shall know of it: that somebody worked on an asset of a company. The server has no word for the
     * protocols that plug-ins bring.
     */
    private List<Operation> shared(SessionRecord record) throws StoreException {
        boolean known = SessionProtocol.KNOWN.contains(new SessionProtocol(record.protocol()));
        if (!known || record.companyId().isEmpty() || record.assetId().isEmpty()) {
            return List.of();
        }
        NewRecord fields = new NewRecord()
                .set("companyId", record.companyId())
                .set("assetId", record.assetId())
                .set("ticketId", record.ticketId())
                .set("userId", me.id())
                .set("protocol", record.protocol())
                .set("target", record.address())
                .set("startedAt", record.startedAt())
                .set("endedAt", record.startedAt().plus(record.duration()));
        return List.of(new Operation(
                make.newId(),
                Operation.Type.CREATE,
                EntityKind.REMOTE_SESSION,
                record.id(),
                0,
                fields.changes(),
                List.of(),
                make.now()));
    }

    void forgot(LiveSession session, HostKeyChange change) {
        keep(() -> {
            audit.append(
                    "host.forget",
                    change.address(),
                    session.request().companyId(),
                    "known by " + change.known() + ", shown instead: " + change.shown());
            return true;
        });
    }

    void file(LiveSession session, String action, String what) {
        keep(() -> {
            audit(session, action, what);
            return true;
        });
    }

    private void audit(LiveSession session, String action, String detail) throws IOException {
        String ticket = session.request().ticketId().map(id -> ", ticket " + id).orElse("");
        audit.append(
                action, session.request().target().address(), session.request().companyId(), detail + ticket);
    }

    private void keep(SessionThreads.Work<Boolean> work) {
        threads.store(work).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.log(Level.ERROR, "What a session did could not be written down", failure);
            }
        });
    }

    CompletionStage<List<SessionRecord>> past(Optional<RecordRef> of, int limit) {
        return threads.store(() -> {
            List<SessionRecord> found = new ArrayList<>();
            int looked = of.isPresent() ? Integer.MAX_VALUE : limit;
            for (Document document : documents.last(PAST, looked)) {
                SessionRecord record = codec.record(UUID.fromString(document.key()), document.body());
                if (found.size() < limit && (of.isEmpty() || concerns(record, of.get()))) {
                    found.add(record);
                }
            }
            return List.copyOf(found);
        });
    }

    CompletionStage<Optional<SessionRecord>> pastOne(UUID id) {
        return threads.store(() -> {
            Optional<byte[]> json = documents.find(PAST, id.toString());
            return json.isPresent() ? Optional.of(codec.record(id, json.get())) : Optional.empty();
        });
    }

    /** How an asset was reached last from this machine. Called on a thread of the store. */
    Optional<SessionTarget> lastTarget(UUID assetId) throws IOException {
        Optional<byte[]> json = documents.find(TARGETS, assetId.toString());
        return json.isPresent() ? Optional.of(codec.target(json.get())) : Optional.empty();
    }

    private static boolean concerns(SessionRecord record, RecordRef ref) {
        Optional<UUID> id = Optional.of(ref.id());
        EntityKind kind = ref.kind();
        return kind.equals(EntityKind.COMPANY) && record.companyId().equals(id)
                || kind.equals(EntityKind.ASSET) && record.assetId().equals(id)
                || kind.equals(EntityKind.TICKET) && record.ticketId().equals(id);
    }

    /** Waits until everything so far is on disk. */
    CompletableFuture<Boolean> settled() {
        return threads.store(() -> true);
    }
}
