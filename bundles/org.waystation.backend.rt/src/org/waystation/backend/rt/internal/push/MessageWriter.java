package org.waystation.backend.rt.internal.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.backend.rt.internal.RtServer;
import org.waystation.backend.rt.internal.map.HistoryReader;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.Marker;
import org.waystation.backend.rt.internal.wire.Marker.What;
import org.waystation.backend.rt.internal.wire.RtClient.Answer;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.backend.rt.internal.wire.Terms;

/** Writes what is only ever appended to a ticket: notes, time, files. */
final class MessageWriter {

    private final RtServer server;
    private final HeldContents contents;

    MessageWriter(RtServer server, HeldContents contents) {
        this.server = server;
        this.contents = contents;
    }

    private static What what(EntityKind kind) {
        return kind.equals(EntityKind.NOTE)
                ? What.NOTE
                : kind.equals(EntityKind.TIME_ENTRY) ? What.TIME : What.ATTACHMENT;
    }

    /** What an operation has made already, by its mark on a message of the ticket. */
    Optional<EntityRecord> madeBy(Operation creation) throws BackendException {
        OptionalLong ticket = ticket(Fields.of(creation));
        if (ticket.isEmpty()) {
            return Optional.empty();
        }
        String needle = Marker.of(what(creation.kind()), creation.entityId()).needle();
        JsonNode found = server.client()
                .search(
                        "ticket/" + ticket.getAsLong() + "/attachments?fields=TransactionId&per_page=1",
                        new Terms().with("Headers", "LIKE", needle));
        for (JsonNode item : found.path("items")) {
            return record(Json.number(item.path("TransactionId")), creation);
        }
        return Optional.empty();
    }

    private Optional<EntityRecord> record(long transaction, Operation creation) throws BackendException {
        JsonNode found = server.client()
                .search(
                        "transactions?fields=" + HistoryReader.FIELDS,
                        new Terms().with("id", "=", Long.toString(transaction)));
        List<JsonNode> one = found.path("items").valueStream().toList();
        return server.history().read(one, transaction).stream()
                .filter(record -> record.ref().equals(creation.ref()))
                .findFirst();
    }

    private OptionalLong ticket(Map<String, @Nullable Object> fields) throws BackendException {
        Object owner = fields.containsKey("ticketId") ? fields.get("ticketId") : fields.get("ownerId");
        Optional<UUID> id = Fields.uuid(owner);
        return id.isEmpty() ? OptionalLong.empty() : server.numbers().number(Numbered.TICKET, id.get());
    }

    OperationResult push(Operation operation) throws BackendException {
        if (operation.type() != Operation.Type.CREATE) {
            return Refusals.because(
                    operation.id(),
                    "append_only",
                    "What is in the history of a ticket of Request Tracker stays as it is.",
                    "");
        }
        if (operation.kind().equals(EntityKind.ATTACHMENT) && !contents.isReady()) {
            return new OperationResult.Retry(operation.id(), Optional.empty());
        }
        Map<String, @Nullable Object> fields = Fields.of(operation);
        OptionalLong ticket = ticket(fields);
        if (ticket.isEmpty()) {
            return Refusals.because(
                    operation.id(),
                    "reference_missing",
                    "Request Tracker does not have the ticket this belongs to.",
                    "");
        }
        ObjectNode body;
        boolean open =
                operation.kind().equals(EntityKind.NOTE) && "public".equals(Fields.text(fields.get("visibility")));
        try {
            body = body(operation, fields);
        } catch (NotKeptException e) {
            return Refusals.because(operation.id(), "not_kept", String.valueOf(e.getMessage()), "");
        }
        Answer answer = server.client()
                .write(
                        "POST",
                        "ticket/" + ticket.getAsLong() + (open ? "/correspond" : "/comment"),
                        body,
                        Optional.empty());
        if (!answer.fine() || answer.made() == 0) {
            return Refusals.said(operation.id(), answer, List.of());
        }
        Optional<EntityRecord> made = record(answer.made(), operation);
        return made.<OperationResult>map(record -> new OperationResult.Applied(operation.id(), record))
                .orElseGet(() -> Refusals.said(operation.id(), answer, List.of()));
    }

    private ObjectNode body(Operation operation, Map<String, @Nullable Object> fields) throws NotKeptException {
        ObjectNode body = Json.object();
        UUID id = operation.entityId();
        if (operation.kind().equals(EntityKind.NOTE)) {
            return body.put("Content", Fields.text(fields.get("body")))
                    .put("ContentType", Marker.of(What.NOTE, id).on("text/plain"));
        }
        if (operation.kind().equals(EntityKind.TIME_ENTRY)) {
            String comment = Fields.text(fields.get("comment"));
            String minutes = Fields.text(fields.get("minutes"));
            Marker marker = new Marker(
                    What.TIME, id, Fields.text(fields.get("workType")), Boolean.TRUE.equals(fields.get("billable")));
            return body.put("Content", comment.isBlank() ? "Worked " + minutes + " minutes" : comment)
                    .put("ContentType", marker.on("text/plain"))
                    .put("TimeTaken", minutes);
        }
        String type = Fields.text(fields.get("mediaType"));
        body.putArray("Attachments")
                .addObject()
                .put("FileName", Fields.text(fields.get("name")))
                .put(
                        "FileType",
                        Marker.of(What.ATTACHMENT, id)
                                .on(type.isEmpty() ? "application/octet-stream" : type.split(";")[0]))
                .put("FileContent", Base64.getEncoder().encodeToString(content(id)));
        return body;
    }

    private byte[] content(UUID attachment) throws NotKeptException {
        try (InputStream in = contents.open(attachment)
                .orElseThrow(() -> new NotKeptException(
                        "The file is no longer on this machine: attach it again.", List.of("sha256")))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new NotKeptException("The kept copy of the file cannot be read: attach it again.", List.of("sha256"));
        }
    }
}
