package org.waystation.conformance.area;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Op;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;

/** The state machine of a ticket's status, and what its steps do. Written down here on its own, as a second opinion. */
public final class WorkflowArea implements Area {

    private static final List<String> ALL =
            List.of("new", "in_progress", "waiting_customer", "waiting_vendor", "scheduled", "resolved", "closed");

    private static final Map<String, List<String>> STEPS = Map.of(
            "new", List.of("in_progress", "scheduled", "waiting_customer", "resolved", "closed"),
            "in_progress", List.of("resolved", "waiting_customer", "waiting_vendor", "scheduled"),
            "waiting_customer", List.of("in_progress", "resolved"),
            "waiting_vendor", List.of("in_progress", "resolved"),
            "scheduled", List.of("in_progress", "waiting_customer", "resolved"),
            "resolved", List.of("closed", "in_progress"),
            "closed", List.of());

    /** How to get to each status from a new ticket. */
    private static final Map<String, List<String>> WAYS = Map.of(
            "new", List.of(),
            "in_progress", List.of("in_progress"),
            "waiting_customer", List.of("waiting_customer"),
            "waiting_vendor", List.of("in_progress", "waiting_vendor"),
            "scheduled", List.of("scheduled"),
            "resolved", List.of("resolved"),
            "closed", List.of("closed"));

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("workflow.allowed", "Every step of the state machine can be taken.", this::allowed),
                new Requirement(
                        "workflow.refused",
                        "Every other step: transition_not_allowed, and nothing changes.",
                        this::refused),
                new Requirement("workflow.same", "A status that stays is no step.", this::same),
                new Requirement(
                        "workflow.resolved", "Resolving notes when, and opening again forgets it.", this::resolved),
                new Requirement("workflow.pause", "Waiting stops the clock, going on moves what is due.", this::pause));
    }

    private void allowed(Bench bench) throws Exception {
        for (String from : ALL) {
            for (String to : STEPS.getOrDefault(from, List.of())) {
                JsonNode record = bench.apply(Op.update(at(bench, from)).set("status", to));
                Unmet.unlessEqual(to, record.at("/data/status").asString(), "the status after the step from " + from);
            }
        }
    }

    private void refused(Bench bench) throws Exception {
        for (String from : ALL) {
            JsonNode ticket = at(bench, from);
            List<Op> steps = new ArrayList<>();
            for (String to : ALL) {
                if (!to.equals(from) && !STEPS.getOrDefault(from, List.of()).contains(to)) {
                    steps.add(Op.update(ticket).set("status", to));
                }
            }
            Bench.push(bench.api(), steps).forEach(result -> Bench.rejected(result, "transition_not_allowed"));
            JsonNode still = bench.apply(Op.update(ticket).set("priority", "p2"));
            Unmet.unlessEqual(from, still.at("/data/status").asString(), "the status after steps that were refused");
        }
    }

    private void same(Bench bench) throws Exception {
        JsonNode closed = at(bench, "closed");
        bench.apply(Op.update(closed).set("status", "closed").set("priority", "p4"));
    }

    private void resolved(Bench bench) throws Exception {
        JsonNode resolved = at(bench, "resolved");
        Unmet.unless(resolved.path("data").has("resolvedAt"), "resolvedAt must be set: " + resolved);
        JsonNode open = bench.apply(Op.update(resolved).set("status", "in_progress"));
        Unmet.unless(!open.path("data").has("resolvedAt"), "resolvedAt must be gone: " + open);
    }

    private void pause(Bench bench) throws Exception {
        Instant start = Instant.parse("2026-01-05T10:00:00Z");
        JsonNode made = bench.apply(bench.ticket("that waits").performedAt(start));
        JsonNode waiting = bench.apply(
                Op.update(made).set("status", "waiting_customer").performedAt(start.plus(Duration.ofMinutes(10))));
        Unmet.unless(waiting.path("data").has("pausedAt"), "pausedAt must be set: " + waiting);
        JsonNode going = bench.apply(
                Op.update(waiting).set("status", "in_progress").performedAt(start.plus(Duration.ofMinutes(40))));
        Unmet.unless(!going.path("data").has("pausedAt"), "pausedAt must be gone: " + going);
        Duration moved = Duration.between(
                Instant.parse(made.at("/data/resolutionDueAt").asString()),
                Instant.parse(going.at("/data/resolutionDueAt").asString()));
        Unmet.unlessEqual(Duration.ofMinutes(30), moved, "how far the pause moved what is due");
    }

    private static JsonNode at(Bench bench, String status) throws IOException {
        JsonNode ticket = bench.newTicket("at " + status);
        for (String step : WAYS.getOrDefault(status, List.of())) {
            ticket = bench.apply(Op.update(ticket).set("status", step));
        }
        return ticket;
    }
}
