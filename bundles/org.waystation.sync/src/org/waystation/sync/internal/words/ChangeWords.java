package org.waystation.sync.internal.words;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingChange;
import org.waystation.api.sync.PendingOperation;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Says in a sentence what an operation does. */
final class ChangeWords {

    private static final int QUOTED = 90;

    private final Records records;
    private final FieldWords fields;

    ChangeWords(Records records) {
        this.records = records;
        this.fields = new FieldWords(records);
    }

    PendingChange of(PendingOperation pending) throws StoreException {
        Operation operation = pending.operation();
        RecordRef shownAt = shownAt(operation);
        return new PendingChange(pending, shownAt, sentence(operation), place(shownAt, operation));
    }

    private String sentence(Operation operation) throws StoreException {
        return switch (operation.type()) {
            case CREATE -> created(operation);
            case UPDATE -> updated(operation);
            case DELETE -> "Delete this " + kind(operation);
        };
    }

    private String created(Operation operation) throws StoreException {
        if (operation.kind().equals(EntityKind.NOTE)) {
            String who = "public".equals(value(operation, "visibility")) ? "Reply to the customer" : "Internal note";
            return who + ": " + quoted(value(operation, "body"));
        }
        if (operation.kind().equals(EntityKind.TIME_ENTRY)) {
            Object minutes = value(operation, "minutes");
            Object comment = value(operation, "comment");
            String what = minutes + " minutes booked";
            return comment == null || comment.equals("") ? what : what + ": " + quoted(comment);
        }
        if (operation.kind().equals(EntityKind.AUDIT_ENTRY)) {
            return "Audit trail, entry " + value(operation, "position") + ": "
                    + quoted(value(operation, "action") + " " + value(operation, "subject"));
        }
        if (operation.kind().equals(EntityKind.REMOTE_SESSION)) {
            return "Remote session at " + quoted(value(operation, "target"));
        }
        Object title = value(operation, "subject");
        return "New " + kind(operation) + (title == null ? "" : ": " + quoted(title));
    }

    private String updated(Operation operation) throws StoreException {
        if (operation.changes().isEmpty()) {
            return "Change of this " + kind(operation);
        }
        StringBuilder sentence = new StringBuilder();
        for (FieldChange change : operation.changes()) {
            if (!sentence.isEmpty()) {
                sentence.append("; ");
            }
            String old = fields.shown(change.field(), change.oldValue());
            String now = fields.shown(change.field(), change.newValue());
            sentence.append(FieldWords.label(change.field()));
            if (now.isEmpty()) {
                sentence.append(" taken away, it was ").append(quoted(old));
            } else if (old.isEmpty()) {
                sentence.append(" set to ").append(quoted(now));
            } else {
                sentence.append(" from ").append(quoted(old)).append(" to ").append(quoted(now));
            }
        }
        return sentence.toString();
    }

    private RecordRef shownAt(Operation operation) throws StoreException {
        Object ticket = value(operation, "ticketId");
        if (ticket == null) {
            ticket = records.find(operation.ref())
                    .map(record -> record.data().get("ticketId"))
                    .orElse(null);
        }
        if (ticket instanceof String id && !operation.kind().equals(EntityKind.TICKET)) {
            try {
                return new RecordRef(EntityKind.TICKET, UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                return operation.ref(); // not an id: the server will say so
            }
        }
        return operation.ref();
    }

    private String place(RecordRef shownAt, Operation operation) throws StoreException {
        Optional<String> title = records.find(shownAt).map(FieldWords::title);
        if (title.isEmpty()) {
            title = records.server(shownAt).map(FieldWords::title);
        }
        boolean saysItself = operation.type() == Operation.Type.CREATE && shownAt.equals(operation.ref());
        return saysItself ? "" : title.orElse("");
    }

    private static @Nullable Object value(Operation operation, String field) {
        List<@Nullable Object> values = operation.changes().stream()
                .filter(change -> change.field().equals(field))
                .map(FieldChange::newValue)
                .collect(Collectors.toList()); // which may hold null
        return values.isEmpty() ? null : values.getLast();
    }

    private static String kind(Operation operation) {
        return FieldWords.label(operation.kind().code()).toLowerCase(java.util.Locale.ROOT);
    }

    private static String quoted(@Nullable Object value) {
        String text = String.valueOf(value).strip().replaceAll("\\s+", " ");
        return "“" + (text.length() <= QUOTED ? text : text.substring(0, QUOTED - 1) + "…") + "”";
    }
}
