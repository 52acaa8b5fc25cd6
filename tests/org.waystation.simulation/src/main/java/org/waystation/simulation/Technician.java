package org.waystation.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.store.StoreException;

/** Works at a machine as the ticket screens do: looks at a record, changes it, and is told that it is saved. */
final class Technician {

    private static final TicketWorkflow WORKFLOW = new TicketWorkflow();
    private static final List<String> TAGS = List.of("vpn", "backup", "printer", "vip", "waiting", "onsite");

    private final Device device;
    private final EditBook book;
    private final Scene scene;

    Technician(Device device, EditBook book, Scene scene) {
        this.device = device;
        this.book = book;
        this.scene = scene;
    }

    void act(Step step) throws StoreException {
        SplittableRandom chance = step.chance();
        Ids ids = new Ids(step.seed());
        switch (step.action()) {
            case NOTE -> onTicket(chance).ifPresent(ticket -> save(List.of(note(ids, ticket))));
            case TIME -> onTicket(chance).ifPresent(ticket -> save(List.of(time(ids, ticket, chance))));
            case SUBJECT -> change(chance, ids, "subject", old -> "Subject " + ids.token());
            case PRIORITY -> change(chance, ids, "priority", old -> "p" + (1 + chance.nextInt(4)));
            case STATUS -> change(chance, ids, "status", old -> nextStatus(old, chance));
            case TAGS -> change(chance, ids, "tags", old -> tags(old, chance));
            case NEW_TICKET -> save(newTicket(ids, chance));
            case DELETE_NOTE -> deleteNote(chance, ids);
            case PARKED_RETRY -> parked(chance).ifPresent(id -> device.sync().retry(id));
            case PARKED_DISCARD -> parked(chance).ifPresent(this::discard);
            case AUDITED -> audited(ids);
            case SYNC_NOW -> device.sync().syncNow();
            default -> throw new IllegalArgumentException("Nobody does that at a machine: " + step);
        }
    }

    /** Does what leaves a trace, such as a remote session; the trail may have to be mended first. */
    void audited(Ids ids) throws StoreException {
        try {
            device.trail().mend();
            device.trace("audited as "
                    + device.trail().append("session.start", ids.token()).number());
        } catch (StoreException e) {
            device.trace("not audited: " + e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(List<Operation> operations) {
        book.tried(device, operations);
        try {
            device.outbox().commit(operations);
            book.saved(operations);
            operations.forEach(operation -> device.trace("saved " + operation.type() + " " + operation.kind() + " "
                    + operation.entityId() + " as " + operation.id() + " on " + operation.baseVersion()));
        } catch (StoreException e) {
            device.trace("not saved: " + e.reason());
        }
    }

    private Optional<EntityRecord> onTicket(SplittableRandom chance) throws StoreException {
        List<EntityRecord> tickets = device.records().all(EntityKind.TICKET).stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        return tickets.isEmpty() ? Optional.empty() : Optional.of(tickets.get(chance.nextInt(tickets.size())));
    }

    /** The creation of a record that the server does not have yet. */
    private List<UUID> creationOf(UUID entity) {
        try {
            return device.outbox().pending().stream()
                    .map(PendingOperation::operation)
                    .filter(operation -> operation.type() == Operation.Type.CREATE)
                    .filter(operation -> operation.entityId().equals(entity))
                    .map(Operation::id)
                    .toList();
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private Operation note(Ids ids, EntityRecord ticket) {
        return create(
                ids,
                EntityKind.NOTE,
                Map.of(
                        "ticketId", ticket.id().toString(),
                        "authorId", device.caller().id().toString(),
                        "authorName", device.caller().name(),
                        "visibility", "internal",
                        "body", "Note " + ids.token(),
                        "createdAt", device.clock().instant().toString()),
                creationOf(ticket.id()));
    }

    private Operation time(Ids ids, EntityRecord ticket, SplittableRandom chance) {
        return create(
                ids,
                EntityKind.TIME_ENTRY,
                Map.of(
                        "ticketId",
                        ticket.id().toString(),
                        "minutes",
                        1 + chance.nextInt(240),
                        "workType",
                        "remote",
                        "billable",
                        true,
                        "comment",
                        "Time " + ids.token(),
                        "startedAt",
                        device.clock().instant().toString()),
                creationOf(ticket.id()));
    }

    private List<Operation> newTicket(Ids ids, SplittableRandom chance) {
        UUID company = scene.companies().get(chance.nextInt(scene.companies().size()));
        Operation creation = create(
                ids,
                EntityKind.TICKET,
                Map.of(
                        "subject", "Subject " + ids.token(),
                        "companyId", company.toString(),
                        "type", "incident",
                        "origin", "reactive",
                        "source", "technician",
                        "priority", "p3",
                        "status", "new",
                        "assigneeId", device.caller().id().toString()),
                List.of());
        EntityRecord made = new EntityRecord(EntityKind.TICKET, creation.entityId(), 0, 0, Map.of());
        Operation first = note(ids, made);
        return List.of(
                creation,
                new Operation(
                        first.id(),
                        first.type(),
                        first.kind(),
                        first.entityId(),
                        0,
                        first.changes(),
                        List.of(creation.id()),
                        first.performedAt()));
    }

    private Operation create(Ids ids, EntityKind kind, Map<String, Object> fields, List<UUID> dependsOn) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        new TreeSet<>(fields.keySet()).forEach(name -> ordered.put(name, fields.get(name)));
        List<FieldChange> changes = ordered.entrySet().stream()
                .map(field -> new FieldChange(field.getKey(), null, field.getValue()))
                .toList();
        return new Operation(
                ids.next(),
                Operation.Type.CREATE,
                kind,
                ids.next(),
                0,
                changes,
                dependsOn,
                device.clock().instant());
    }

    private void change(SplittableRandom chance, Ids ids, String field, UnaryOperator<@Nullable Object> edit)
            throws StoreException {
        Optional<EntityRecord> ticket = onTicket(chance);
        if (ticket.isEmpty()) {
            return;
        }
        Object old = ticket.get().data().get(field);
        FieldChange change = new FieldChange(field, old, edit.apply(old));
        if (change.changesAnything()) {
            save(List.of(update(ids, ticket.get(), change)));
        }
    }

    /** As the ticket screens do it: a change builds on the record's creation and on earlier changes of the same field. */
    private Operation update(Ids ids, EntityRecord record, FieldChange change) throws StoreException {
        List<UUID> earlier = device.outbox().pending(record.ref()).stream()
                .map(PendingOperation::operation)
                .filter(operation -> operation.entityId().equals(record.id()))
                .filter(operation -> operation.type() == Operation.Type.CREATE
                        || operation.changes().stream()
                                .anyMatch(one -> one.field().equals(change.field())))
                .map(Operation::id)
                .toList();
        return new Operation(
                ids.next(),
                Operation.Type.UPDATE,
                record.kind(),
                record.id(),
                record.version(),
                List.of(change),
                earlier,
                device.clock().instant());
    }

    private static @Nullable Object nextStatus(@Nullable Object old, SplittableRandom chance) {
        List<TicketStatus> next = WORKFLOW.next(new TicketStatus(String.valueOf(old)));
        return next.isEmpty() ? old : next.get(chance.nextInt(next.size())).code();
    }

    private static Object tags(@Nullable Object old, SplittableRandom chance) {
        TreeSet<String> tags = new TreeSet<>();
        if (old instanceof List<?> list) {
            list.forEach(tag -> tags.add(String.valueOf(tag)));
        }
        String tag = TAGS.get(chance.nextInt(TAGS.size()));
        if (!tags.remove(tag)) {
            tags.add(tag);
        }
        return new ArrayList<>(tags);
    }

    private void deleteNote(SplittableRandom chance, Ids ids) throws StoreException {
        Optional<EntityRecord> ticket = onTicket(chance);
        if (ticket.isEmpty()) {
            return;
        }
        String me = device.caller().id().toString();
        Optional<EntityRecord> own = device
                .records()
                .referring(EntityKind.NOTE, "ticketId", ticket.get().id())
                .stream()
                .filter(note -> me.equals(note.data().get("authorId")) && note.version() > 0)
                .findFirst();
        if (own.isPresent()) {
            RecordRef ref = own.get().ref();
            save(List.of(new Operation(
                    ids.next(),
                    Operation.Type.DELETE,
                    ref.kind(),
                    ref.id(),
                    own.get().version(),
                    List.of(),
                    List.of(),
                    device.clock().instant())));
        }
    }

    private Optional<UUID> parked(SplittableRandom chance) throws StoreException {
        List<UUID> parked = device.outbox().pending().stream()
                .filter(pending -> pending.parked().isPresent())
                .map(pending -> pending.operation().id())
                .toList();
        return parked.isEmpty() ? Optional.empty() : Optional.of(parked.get(chance.nextInt(parked.size())));
    }

    /** Gives up a parked change, and knows which others go with it. */
    void discard(UUID operation) {
        Set<UUID> meant = Set.of();
        try {
            List<PendingOperation> before = device.outbox().pending();
            meant = withDependents(operation, before);
            giveUp(operation);
            List<UUID> after = pendingIds();
            before.stream()
                    .map(pending -> pending.operation().id())
                    .filter(id -> !after.contains(id))
                    .forEach(book::discarded);
        } catch (StoreException e) {
            meant.forEach(book::doubtful);
        } catch (Killed e) {
            meant.forEach(book::doubtful);
            throw e;
        }
    }

    /** A write of which the disk said that it failed may have been done all the same: the list tells. */
    private void giveUp(UUID operation) {
        try {
            device.outbox().discard(operation);
            device.trace("discarded " + operation);
        } catch (StoreException e) {
            device.trace("said not to be discarded: " + e.reason());
        }
    }

    /**
     * Those that need it, and all of a record that was not made then.
     *
     * @param pending in the order in which they were made
     */
    private static Set<UUID> withDependents(UUID first, List<PendingOperation> pending) {
        Set<UUID> found = new LinkedHashSet<>(Set.of(first));
        Set<UUID> unmade = new HashSet<>();
        for (PendingOperation each : pending) {
            Operation operation = each.operation();
            if (!Collections.disjoint(operation.dependsOn(), found) || unmade.contains(operation.entityId())) {
                found.add(operation.id());
            }
            if (found.contains(operation.id()) && operation.type() == Operation.Type.CREATE) {
                unmade.add(operation.entityId());
            }
        }
        return found;
    }

    private List<UUID> pendingIds() throws StoreException {
        return device.outbox().pending().stream()
                .map(pending -> pending.operation().id())
                .toList();
    }
}
