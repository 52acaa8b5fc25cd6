package org.waystation.server.operation.rules;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.ServiceClock;
import org.waystation.api.domain.ServiceLevel;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.record.Fields;
import org.waystation.server.record.Json;

/**
 * The clock of a ticket's service level: by its agreement where that has one, or else the provider's standard, around
 * the clock. Everything counts from when it was done, not from when it arrived here.
 */
final class TicketClock {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final EditContext edit;
    private final AgreementKind kind;
    private final Optional<ServiceLevel> level;
    private final TicketWorkflow workflow;

    TicketClock(EditContext edit, TicketWorkflow workflow) {
        this.edit = edit;
        this.workflow = workflow;
        Optional<ObjectNode> agreement = Optional.ofNullable(
                        edit.data().path("agreementId").textValue())
                .map(id -> edit.references().get(UUID.fromString(id)))
                .map(record -> record.data());
        this.kind = agreement
                .map(data -> new AgreementKind(data.path("kind").asText()))
                .orElse(AgreementKind.BREAK_FIX);
        this.level = agreement
                .map(data -> data.path("serviceLevel"))
                .filter(JsonNode::isObject)
                .map(node ->
                        ServiceLevel.of(new Fields("serviceLevel", Json.mapper().convertValue(node, MEMBERS))));
    }

    void setDueTimes() {
        ObjectNode data = edit.data();
        Priority priority = new Priority(data.path("priority").asText());
        StandardLevel standard = StandardLevel.of(priority, kind);
        Optional<ServiceLevel.Target> target = level.flatMap(agreed -> agreed.target(priority));
        Duration response = target.map(ServiceLevel.Target::response).orElse(standard.response());
        Duration resolution = target.map(ServiceLevel.Target::resolution).orElse(standard.resolution());
        putIfMissing(data, "responseDueAt", after(edit.performedAt(), response));
        putIfMissing(data, "resolutionDueAt", after(edit.performedAt(), resolution));
    }

    /** Stops it or lets it go on; what was left when it stopped is left when it goes on. */
    void move(TicketStatus to) {
        ObjectNode data = edit.data();
        Instant at = edit.performedAt();
        if (level.map(agreed -> agreed.pausesOn(to)).orElseGet(() -> workflow.pausesClock(to))) {
            putIfMissing(data, "pausedAt", at);
        } else if (data.hasNonNull("pausedAt")) {
            Instant pausedAt = Instant.parse(data.get("pausedAt").textValue());
            if (data.hasNonNull("resolutionDueAt") && pausedAt.isBefore(at)) {
                Instant due = Instant.parse(data.get("resolutionDueAt").textValue());
                data.put("resolutionDueAt", wire(moved(due, pausedAt, at)));
            }
            data.remove("pausedAt");
        }
    }

    private Instant moved(Instant due, Instant pausedAt, Instant at) {
        // What was overdue already stays so by as much: there is nothing left to count from here.
        if (level.isEmpty() || !due.isAfter(pausedAt)) {
            return due.plus(Duration.between(pausedAt, at));
        }
        ServiceClock clock = new ServiceClock(level.get());
        return clock.after(at, clock.between(pausedAt, due));
    }

    private Instant after(Instant start, Duration time) {
        return level.map(agreed -> new ServiceClock(agreed).after(start, time)).orElseGet(() -> start.plus(time));
    }

    private static void putIfMissing(ObjectNode data, String field, Instant value) {
        if (!data.hasNonNull(field)) {
            data.put(field, wire(value));
        }
    }
}
