package org.waystation.server.operation.rules;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.waystation.api.domain.Visibility;
import org.waystation.server.record.RecordWrite;
import org.waystation.server.record.StoredRecord;

/** A note is its author's; the first one that the customer can read answers the ticket. */
final class NoteRules implements KindRules {

    @Override
    public void complete(EditContext edit) {
        if (edit.before().isPresent()) {
            Ownership.require(edit, "authorId");
            return;
        }
        ObjectNode data = edit.data();
        data.put("authorId", edit.caller().id().toString());
        data.put("authorName", edit.caller().name());
        if (!data.hasNonNull("createdAt")) {
            data.put("createdAt", wire(edit.performedAt()));
        }
    }

    @Override
    public Optional<RecordWrite> touchParent(EditContext edit) {
        if (edit.before().isPresent() || edit.parent().isEmpty()) {
            return Optional.empty();
        }
        StoredRecord ticket = edit.parent().get();
        ObjectNode data = TicketRules.touched(ticket, edit.now());
        boolean readable = edit.data().path("visibility").asText().equals(Visibility.PUBLIC.code());
        if (readable && !data.hasNonNull("respondedAt")) {
            data.put("respondedAt", wire(edit.performedAt()));
        }
        return Optional.of(RecordWrite.touched(ticket, data));
    }

    @Override
    public void checkDelete(EditContext edit) {
        Ownership.require(edit, "authorId");
    }
}
