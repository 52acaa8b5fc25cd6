package org.waystation.tickets.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Ticket;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.tickets.TicketEdit;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.Me;
import org.waystation.store.edit.OperationMaker;

/** Checks the lesser edits of a ticket and makes operations of them; called one after the other, in the background. */
final class DetailEdits {

    private static final int TAG_MAX = 50;
    private static final int STEP_MAX = 200;

    private final Records records;
    private final Outbox outbox;
    private final Me me;
    private final Allowed allowed;
    private final Earlier earlier;
    private final OperationMaker make = new OperationMaker();

    DetailEdits(Records records, Outbox outbox, Me me, Allowed allowed) {
        this.records = records;
        this.outbox = outbox;
        this.me = me;
        this.allowed = allowed;
        this.earlier = new Earlier(outbox);
    }

    @Nullable
    Void make(UUID ticketId, TicketEdit edit) throws StoreException {
        EntityRecord record = records.find(new RecordRef(EntityKind.TICKET, ticketId))
                .map(allowed::on)
                .orElseThrow(() -> Refusal.of("not_found", "id", "This ticket is not held here any more."));
        FieldChange change = change(record, edit);
        String of = edit instanceof TicketEdit.Link link && link.linked()
                ? ":" + link.type().code()
                : "";
        Refusal.requireMayChange(record, change.field() + of);
        if (change.changesAnything()) {
            outbox.commit(List.of(make.update(record, change, earlier.on(record.ref(), Set.of(change.field())))));
        }
        return null;
    }

    private FieldChange change(EntityRecord record, TicketEdit edit) throws StoreException {
        return switch (edit) {
            case TicketEdit.OfType to -> set(record, "type", to.type().code());
            case TicketEdit.OfOrigin to -> set(record, "origin", to.origin().code());
            case TicketEdit.OnAsset to -> set(record, "assetId", asset(record, to.assetId()));
            case TicketEdit.Link link -> set(record, "links", links(record, link));
            case TicketEdit.Watcher who ->
                set(record, "watchers", member(record, "watchers", who.userId().toString(), who.watches()));
            case TicketEdit.Tag tag -> set(record, "tags", member(record, "tags", tag(tag), tag.tagged()));
            case TicketEdit.NewStep step -> set(record, "checklist", withStep(record, step.text()));
            case TicketEdit.StepDone step -> set(record, "checklist", stepDone(record, step));
            case TicketEdit.NoStep step ->
                set(
                        record,
                        "checklist",
                        objects(record, "checklist").stream()
                                .filter(item -> !step.stepId().toString().equals(item.get("id")))
                                .toList());
        };
    }

    private static FieldChange set(EntityRecord record, String field, @Nullable Object value) {
        Object old = record.data().get(field);
        boolean bothNothing = old == null && value instanceof List<?> list && list.isEmpty();
        return new FieldChange(field, old, bothNothing ? null : value);
    }

    private @Nullable String asset(EntityRecord record, Optional<UUID> asset) throws StoreException {
        if (asset.isEmpty()) {
            return null;
        }
        Optional<EntityRecord> found = records.find(new RecordRef(EntityKind.ASSET, asset.get()));
        Optional<UUID> company = Ticket.of(record).companyId();
        if (found.flatMap(held -> held.fields().uuid("companyId"))
                .filter(owner -> company.isEmpty() || company.get().equals(owner))
                .isEmpty()) {
            throw Refusal.of("wrong_company", "assetId", "Choose an asset of the ticket's company.");
        }
        return asset.get().toString();
    }

    private List<Map<String, @Nullable Object>> links(EntityRecord record, TicketEdit.Link link) {
        if (link.ticketId().equals(record.id())) {
            throw Refusal.of("self", "links", "A ticket cannot be linked with itself.");
        }
        List<Map<String, @Nullable Object>> links = new ArrayList<>(objects(record, "links"));
        links.removeIf(held -> link.ticketId().toString().equals(held.get("ticketId"))
                && (link.linked() || link.type().code().equals(held.get("type"))));
        if (link.linked()) {
            Map<String, @Nullable Object> made = new LinkedHashMap<>();
            made.put("type", link.type().code());
            made.put("ticketId", link.ticketId().toString());
            links.add(made);
        }
        return links;
    }

    private static String tag(TicketEdit.Tag edit) {
        String tag = edit.tag().strip();
        if (tag.isEmpty() || tag.length() > TAG_MAX) {
            throw Refusal.of("range", "tags", "A tag has 1 to " + TAG_MAX + " characters.");
        }
        return tag;
    }

    private static List<String> member(EntityRecord record, String field, String value, boolean in) {
        List<String> values = new ArrayList<>(record.fields().texts(field));
        values.remove(value);
        if (in && record.fields().texts(field).contains(value)) {
            return record.fields().texts(field);
        }
        if (in) {
            values.add(value);
        }
        return values;
    }

    private List<Map<String, @Nullable Object>> withStep(EntityRecord record, String text) {
        if (text.isBlank() || text.strip().length() > STEP_MAX) {
            throw Refusal.of("range", "checklist", "A step has 1 to " + STEP_MAX + " characters.");
        }
        List<Map<String, @Nullable Object>> steps = new ArrayList<>(objects(record, "checklist"));
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        step.put("id", make.newId().toString());
        step.put("text", text.strip());
        step.put("done", false);
        steps.add(step);
        return steps;
    }

    private List<Map<String, @Nullable Object>> stepDone(EntityRecord record, TicketEdit.StepDone edit)
            throws StoreException {
        boolean already = Ticket.of(record).checklist().stream()
                .filter(item -> item.id().equals(Optional.of(edit.stepId())))
                .anyMatch(item -> item.done() == edit.done());
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        for (Map<String, @Nullable Object> held : objects(record, "checklist")) {
            Map<String, @Nullable Object> step = new LinkedHashMap<>(held);
            if (!already && edit.stepId().toString().equals(held.get("id"))) {
                step.put("done", edit.done());
                step.remove("doneAt");
                step.remove("doneBy");
                if (edit.done()) {
                    step.put("doneAt", make.now().toString());
                    me.id().ifPresent(id -> step.put("doneBy", id.toString()));
                }
            }
            steps.add(step);
        }
        return steps;
    }

    /** The objects of a list with all their members, those of a newer server too. */
    private static List<Map<String, @Nullable Object>> objects(EntityRecord record, String field) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        if (record.data().get(field) instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> map) {
                    Map<String, @Nullable Object> members = new LinkedHashMap<>();
                    map.forEach((key, value) -> members.put(String.valueOf(key), value));
                    objects.add(members);
                }
            }
        }
        return objects;
    }
}
