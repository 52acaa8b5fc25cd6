package org.waystation.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.server.kind.Kinds;
import org.waystation.server.operation.Edit;
import org.waystation.server.operation.Outcome;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Json;
import org.waystation.server.record.StoredRecord;

/** Somebody who works on the server itself meanwhile, by the same rules, or with a newer program. */
final class Colleague {

    private static final TicketWorkflow WORKFLOW = new TicketWorkflow();

    private final MemoryServer server;
    private final Scene scene;
    private final VirtualTime time;
    private final Trace trace;

    Colleague(MemoryServer server, Scene scene, VirtualTime time, Trace trace) {
        this.server = server;
        this.scene = scene;
        this.time = time;
        this.trace = trace;
    }

    void act(Step step) {
        SplittableRandom chance = step.chance();
        Ids ids = new Ids(step.seed());
        Optional<StoredRecord> ticket = ticket(chance);
        if (ticket.isEmpty()) {
            return;
        }
        switch (step.action()) {
            case COLLEAGUE_EDIT -> edit(ids, ticket.get(), chance);
            case COLLEAGUE_NOTE -> note(ids, ticket.get());
            case COLLEAGUE_DELETE -> delete(ids, ticket.get());
            case NEWER_PROGRAM -> newer(ids, ticket.get());
            default -> throw new IllegalArgumentException("Nobody does that at the server: " + step);
        }
    }

    private Optional<StoredRecord> ticket(SplittableRandom chance) {
        List<StoredRecord> tickets = server.memory().live().stream()
                .filter(record -> record.kind().equals(EntityKind.TICKET))
                .toList();
        return tickets.isEmpty() ? Optional.empty() : Optional.of(tickets.get(chance.nextInt(tickets.size())));
    }

    private void edit(Ids ids, StoredRecord ticket, SplittableRandom chance) {
        ObjectNode change = Json.object();
        switch (chance.nextInt(4)) {
            case 0 -> change.put("subject", "Theirs " + ids.token());
            case 1 -> change.put("priority", "p" + (1 + chance.nextInt(4)));
            case 2 -> change.putArray("tags").add("theirs-" + chance.nextInt(5)).add("vpn");
            default -> {
                List<TicketStatus> next = WORKFLOW.next(
                        new TicketStatus(ticket.data().path("status").asText()));
                if (next.isEmpty()) {
                    return;
                }
                change.put("status", next.get(chance.nextInt(next.size())).code());
            }
        }
        apply(ids, Operation.Type.UPDATE, EntityKind.TICKET, ticket.id(), ticket.version(), change);
    }

    private void note(Ids ids, StoredRecord ticket) {
        ObjectNode note = Json.object()
                .put("ticketId", ticket.id().toString())
                .put("visibility", "public")
                .put("body", "Theirs " + ids.token());
        apply(ids, Operation.Type.CREATE, EntityKind.NOTE, ids.next(), 0, note);
    }

    private void delete(Ids ids, StoredRecord ticket) {
        apply(ids, Operation.Type.DELETE, EntityKind.TICKET, ticket.id(), ticket.version(), Json.object());
    }

    private void apply(Ids ids, Operation.Type type, EntityKind kind, UUID entity, long version, ObjectNode changes) {
        Map<String, JsonNode> byField = new java.util.LinkedHashMap<>();
        changes.properties().forEach(field -> byField.put(field.getKey(), field.getValue()));
        Edit edit = new Edit(
                ids.next(), type, Kinds.find(kind).orElseThrow(), entity, version, byField, List.of(), time.now());
        try {
            Outcome outcome = server.apply(scene.colleague(), edit);
            trace.add("colleague " + type + " " + kind + " " + entity + " " + changes + ": "
                    + outcome.getClass().getSimpleName());
        } catch (ProblemException e) {
            trace.add("colleague may not: " + e.problem().code());
        }
    }

    /** Fields, words and kinds that this program does not know. */
    private void newer(Ids ids, StoredRecord ticket) {
        ObjectNode data = ticket.data().deepCopy();
        data.put("sentiment", "gloomy " + ids.token());
        data.putObject("forecast").put("hours", 2.5).putArray("by").add("model").add(7);
        data.put("source", "telepathy");
        server.writeFreely(ids.next(), EntityKind.TICKET, ticket.id(), ticket.companyId(), data);
        ObjectNode holiday = Json.object().put("name", "Holiday " + ids.token()).put("days", 3);
        UUID id = ids.next();
        server.writeFreely(ids.next(), new EntityKind("holiday"), id, ticket.companyId(), holiday);
        trace.add("a newer program writes " + ticket.id() + " and " + id);
    }
}
