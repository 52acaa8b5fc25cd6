package org.waystation.rt.proof;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.backend.rt.internal.wire.RtIds;
import org.waystation.backend.rt.internal.wire.RtIds.Named;
import org.waystation.store.edit.NewRecord;
import org.waystation.store.edit.OperationMaker;

/** Makes the operations that the screens make. */
final class Edits {

    private final OperationMaker make = new OperationMaker();
    private final RtIds ids;

    Edits(RtIds ids) {
        this.ids = ids;
    }

    UUID acme() {
        return ids.of(Named.COMPANY, "Acme");
    }

    Operation ticket(String subject) {
        return make.creation(
                EntityKind.TICKET,
                new NewRecord()
                        .set("subject", subject)
                        .set("companyId", acme())
                        .set("type", "incident")
                        .set("origin", "reactive")
                        .set("source", "technician")
                        .set("priority", "p2")
                        .set("status", "new")
                        .set("createdAt", make.now())
                        .set("updatedAt", make.now()),
                List.of());
    }

    Operation note(UUID ticket, String body, String visibility, Operation... needs) {
        return make.creation(
                EntityKind.NOTE,
                new NewRecord()
                        .set("ticketId", ticket)
                        .set("visibility", visibility)
                        .set("body", body)
                        .set("createdAt", make.now()),
                List.of(needs).stream().map(Operation::id).toList());
    }

    Operation time(UUID ticket, int minutes, String comment, Operation... needs) {
        return make.creation(
                EntityKind.TIME_ENTRY,
                new NewRecord()
                        .set("ticketId", ticket)
                        .set("minutes", minutes)
                        .set("workType", "on_site")
                        .set("billable", false)
                        .set("comment", comment)
                        .set("startedAt", make.now()),
                List.of(needs).stream().map(Operation::id).toList());
    }

    Operation asset(String name, String serial) {
        return make.creation(
                EntityKind.ASSET,
                new NewRecord()
                        .set("name", name)
                        .set("companyId", acme())
                        .set("kind", "laptop")
                        .set("state", "in_use")
                        .set("serial", serial),
                List.of());
    }

    Operation article(String title, String body) {
        return make.creation(
                EntityKind.ARTICLE,
                new NewRecord()
                        .set("title", title)
                        .set("body", body)
                        .set("state", "draft")
                        .set("visibility", "internal"),
                List.of());
    }

    Operation auditEntry(int position, Operation... needs) {
        return make.creation(
                EntityKind.AUDIT_ENTRY,
                new NewRecord()
                        .set("position", position)
                        .set("action", "session.start")
                        .set("at", make.now()),
                List.of(needs).stream().map(Operation::id).toList());
    }

    Operation change(EntityRecord record, String field, @Nullable Object now, Operation... needs) {
        return make.update(
                record,
                new FieldChange(field, record.data().get(field), now),
                List.of(needs).stream().map(Operation::id).toList());
    }

    Operation delete(EntityRecord record) {
        return make.deletion(record, List.of());
    }

    static Map<String, String> link(String type, UUID ticket) {
        return Map.of("type", type, "ticketId", ticket.toString());
    }
}
