package org.waystation.backend.rt.internal.push;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.backend.rt.internal.RtServer;

/** Leads each change to what can write it. */
public final class Pushing {

    private static final Set<EntityKind> OBJECTS = Set.of(EntityKind.TICKET, EntityKind.ASSET, EntityKind.ARTICLE);

    private static final Set<EntityKind> MESSAGES =
            Set.of(EntityKind.NOTE, EntityKind.TIME_ENTRY, EntityKind.ATTACHMENT);

    private static final Set<EntityKind> MAPPED =
            Set.of(EntityKind.COMPANY, EntityKind.AGREEMENT, EntityKind.CONTACT, EntityKind.USER, EntityKind.TEAM);

    private final Map<EntityKind, ObjectWriter> objects;
    private final MessageWriter messages;

    public Pushing(RtServer server, HeldContents contents) {
        objects = Map.of(
                EntityKind.TICKET, new TicketWriter(server),
                EntityKind.ASSET, new AssetWriter(server),
                EntityKind.ARTICLE, new ArticleWriter(server));
        messages = new MessageWriter(server, contents);
    }

    /** Whether something can come of a creation of this kind. */
    public static boolean takes(EntityKind kind) {
        return OBJECTS.contains(kind) || MESSAGES.contains(kind) || kind.equals(EntityKind.AUDIT_ENTRY);
    }

    /**
     * Sends one. Entries of the audit trail have no place there and nobody to decide about them: they are taken as done, and
     * the trail, whose chain is kept on this machine apart from what is sent of it, stays whole here.
     */
    public OperationResult push(Operation operation) throws BackendException {
        ObjectWriter writer = objects.get(operation.kind());
        if (writer != null) {
            return writer.push(operation);
        }
        if (MESSAGES.contains(operation.kind())) {
            return messages.push(operation);
        }
        if (operation.kind().equals(EntityKind.AUDIT_ENTRY)) {
            return new OperationResult.AppliedAndGone(operation.id());
        }
        String instead = MAPPED.contains(operation.kind())
                ? "Companies and agreements are changed in the connection's mapping, people in Request Tracker itself."
                : "";
        return Refusals.because(
                operation.id(),
                "not_kept",
                "Request Tracker keeps nothing of this kind: " + operation.kind() + ".",
                instead);
    }

    /** What a creation has made on an earlier send. */
    public Optional<EntityRecord> madeBy(Operation creation) throws BackendException {
        ObjectWriter writer = objects.get(creation.kind());
        if (writer != null) {
            return writer.madeBy(creation);
        }
        return MESSAGES.contains(creation.kind()) ? messages.madeBy(creation) : Optional.empty();
    }

    /** A record as it now is. */
    public Optional<EntityRecord> read(RecordRef ref) throws BackendException {
        ObjectWriter writer = objects.get(ref.kind());
        return writer == null ? Optional.empty() : writer.current(ref.id());
    }
}
