package org.waystation.backend.rt.internal.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.backend.rt.internal.RtServer;
import org.waystation.backend.rt.internal.push.Fields.Left;
import org.waystation.backend.rt.internal.push.Fields.Standing;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtClient.Answer;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;

/**
 * Creates, changes and deletes objects that have a number: reads first, writes onto exactly that state, reads back, since
 * Request Tracker answers a change that it did not make with yes as well.
 */
abstract class ObjectWriter {

    /** Somebody who writes to the same object more often than this while we do gets the turn. */
    private static final int TRIES = 3;

    private static final int PRECONDITION_FAILED = 412;

    final RtServer server;
    private final Numbered kind;
    private final String path;

    ObjectWriter(RtServer server, Numbered kind, String path) {
        this.server = server;
        this.kind = kind;
        this.path = path;
    }

    /** The object as a record; empty where it is deleted. */
    abstract Optional<EntityRecord> read(JsonNode object, long sequence) throws BackendException;

    /** Says where a new one is made, such as in which queue; the fields that this tells already are {@link #placed}. */
    abstract ObjectNode place(Map<String, @Nullable Object> fields);

    /** Whether a field of a new one is told by where it is made. */
    abstract boolean placed(String field);

    /** Puts a change into the request; false where Request Tracker has no place for it. */
    abstract boolean put(ObjectNode body, FieldChange change) throws BackendException, NotKeptException;

    /** What deletes it. */
    abstract ObjectNode deletion();

    /** Whether the marker's field is there for an object that is created so. */
    abstract boolean hasMarker(ObjectNode creation) throws BackendException;

    /** An object, with the tag of its state. */
    Optional<Answer> find(UUID id) throws BackendException {
        OptionalLong number = server.numbers().number(kind, id);
        return number.isEmpty() ? Optional.empty() : find(number.getAsLong());
    }

    private Optional<Answer> find(long number) throws BackendException {
        return server.client()
                .find(path + "/" + number)
                .filter(answer -> Json.number(answer.body().path("id")) == number);
    }

    /** The record of an id as it now is. */
    Optional<EntityRecord> current(UUID id) throws BackendException {
        Optional<Answer> found = find(id);
        return found.isEmpty() ? Optional.empty() : record(found.get());
    }

    private Optional<EntityRecord> record(Answer answer) throws BackendException {
        return read(answer.body(), sequence(answer));
    }

    /** The number of the object's last transaction, which is its tag. */
    private static long sequence(Answer answer) {
        return answer.etag().matches("[0-9]{1,18}") ? Long.parseLong(answer.etag()) : 1;
    }

    /** What a creation has made, by its mark. */
    Optional<EntityRecord> madeBy(Operation creation) throws BackendException {
        OptionalLong number = server.numbers().ask(kind, creation.entityId());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<Answer> found = find(number.getAsLong());
        return found.isEmpty() ? Optional.empty() : record(found.get());
    }

    OperationResult push(Operation operation) throws BackendException {
        try {
            return switch (operation.type()) {
                case CREATE -> create(operation);
                case UPDATE -> change(operation);
                case DELETE -> delete(operation);
            };
        } catch (NotKeptException e) {
            String reason = e.getMessage();
            return reason == null
                    ? Refusals.noPlace(operation.id(), e.fields())
                    : Refusals.because(operation.id(), "not_kept", reason, "");
        }
    }

    private ObjectNode creation(Map<String, @Nullable Object> fields) throws BackendException, NotKeptException {
        List<FieldChange> changes = new ArrayList<>();
        fields.forEach((field, value) -> {
            if (value != null && !placed(field)) {
                changes.add(new FieldChange(field, null, value));
            }
        });
        return fill(place(fields), changes);
    }

    private ObjectNode fill(ObjectNode body, List<FieldChange> changes) throws BackendException, NotKeptException {
        List<String> noPlace = new ArrayList<>();
        for (FieldChange change : changes) {
            if (!put(body, change)) {
                noPlace.add(change.field());
            }
        }
        if (!noPlace.isEmpty()) {
            throw new NotKeptException(null, noPlace);
        }
        return body;
    }

    private OperationResult create(Operation operation) throws BackendException, NotKeptException {
        ObjectNode body = creation(Fields.of(operation));
        String marker = server.meaning().mapping().marker();
        if (!hasMarker(body)) {
            return Refusals.because(
                    operation.id(),
                    "marker_missing",
                    "Request Tracker has no field \"" + marker + "\" for this, so it could be made twice.",
                    "Somebody with rights on the server loads the setup file once: see Connect to Request Tracker.");
        }
        body.withObject("/CustomFields").put(marker, operation.entityId().toString());
        Answer answer = server.client().write("POST", path, body, Optional.empty());
        long number = Math.max(answer.made(), Json.number(answer.body().path("id")));
        if (!answer.fine() || number == 0) {
            return Refusals.said(operation.id(), answer, List.of());
        }
        Optional<Answer> there = find(number);
        Optional<EntityRecord> record = there.isEmpty() ? Optional.empty() : record(there.get());
        if (record.filter(made -> made.id().equals(operation.entityId())).isEmpty()) {
            return Refusals.because(
                    operation.id(),
                    "marker_lost",
                    "Request Tracker has made " + path + " " + number + " but does not show its mark to this user.",
                    "The user needs the rights SeeCustomField and ModifyCustomField on the field \"" + marker + "\".");
        }
        return new OperationResult.Applied(operation.id(), record.get());
    }

    private OperationResult change(Operation operation) throws BackendException, NotKeptException {
        for (int i = 0; i < TRIES; i++) {
            Optional<Answer> found = find(operation.entityId());
            Optional<EntityRecord> current = found.isEmpty() ? Optional.empty() : record(found.get());
            if (found.isEmpty() || current.isEmpty()) {
                return new OperationResult.Conflict(operation.id(), Optional.empty());
            }
            Left left = Fields.left(operation, current.get());
            if (left.standing() == Standing.DONE) {
                return new OperationResult.Applied(operation.id(), current.get());
            }
            if (left.standing() == Standing.TOUCHED) {
                return new OperationResult.Conflict(operation.id(), current);
            }
            ObjectNode body = fill(Json.object(), left.changes());
            long number = Json.number(found.get().body().path("id"));
            Answer answer = server.client()
                    .write(
                            "PUT",
                            path + "/" + number,
                            body,
                            Optional.of(found.get().etag()));
            if (answer.status() != PRECONDITION_FAILED) {
                return settle(operation, left, answer);
            }
        }
        return new OperationResult.Retry(operation.id(), Optional.empty());
    }

    private OperationResult settle(Operation operation, Left left, Answer answer) throws BackendException {
        Optional<EntityRecord> now = current(operation.entityId());
        if (now.isEmpty()) {
            return new OperationResult.Conflict(operation.id(), Optional.empty());
        }
        List<String> missed = Fields.missed(left.changes(), now.get());
        return missed.isEmpty()
                ? new OperationResult.Applied(operation.id(), now.get())
                : Refusals.said(operation.id(), answer, missed);
    }

    private OperationResult delete(Operation operation) throws BackendException {
        Optional<Answer> found = find(operation.entityId());
        Optional<EntityRecord> current = found.isEmpty() ? Optional.empty() : record(found.get());
        if (found.isEmpty() || current.isEmpty()) {
            return new OperationResult.AppliedAndGone(operation.id());
        }
        if (current.get().version() != operation.baseVersion()) {
            return new OperationResult.Conflict(operation.id(), current);
        }
        long number = Json.number(found.get().body().path("id"));
        Answer answer = server.client()
                .write(
                        "PUT",
                        path + "/" + number,
                        deletion(),
                        Optional.of(found.get().etag()));
        if (answer.status() == PRECONDITION_FAILED) {
            return new OperationResult.Retry(operation.id(), Optional.empty());
        }
        return isGone(operation.entityId())
                ? new OperationResult.Applied(operation.id(), current.get())
                : Refusals.said(operation.id(), answer, List.of());
    }

    boolean isGone(UUID id) throws BackendException {
        return current(id).isEmpty();
    }
}
