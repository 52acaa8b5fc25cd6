package org.waystation.backend.rt.internal.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.FieldChange;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.internal.RtServer;
import org.waystation.backend.rt.internal.map.Directory;
import org.waystation.backend.rt.internal.map.Directory.Person;
import org.waystation.backend.rt.internal.map.Directory.Place;
import org.waystation.backend.rt.internal.map.TicketReader;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.backend.rt.internal.wire.RtTimes;

/** Writes tickets. */
final class TicketWriter extends ObjectWriter {

    private static final String NOBODY = "Nobody";

    /** What Request Tracker finds out by itself, so that nothing is lost where it is left to it. */
    private static final Set<String> ITS_OWN = Set.of(
            "number",
            "createdAt",
            "updatedAt",
            "respondedAt",
            "resolvedAt",
            "source",
            "origin",
            "agreementId",
            "responseDueAt");

    private static final Map<String, String> LINK_NAMES =
            Map.of("relates_to", "RefersTo", "blocked_by", "DependsOn", "part_of", "MemberOf");

    TicketWriter(RtServer server) {
        super(server, Numbered.TICKET, "ticket");
    }

    @Override
    Optional<EntityRecord> read(JsonNode ticket, long sequence) throws BackendException {
        return TicketReader.isLive(ticket) ? Optional.of(server.tickets().read(ticket, sequence)) : Optional.empty();
    }

    @Override
    boolean hasMarker(ObjectNode creation) {
        return Directory.named(server.directory().queues(), Json.text(creation.path("Queue")))
                .filter(queue ->
                        queue.fields().contains(server.meaning().mapping().marker()))
                .isPresent();
    }

    @Override
    ObjectNode place(Map<String, @Nullable Object> fields) {
        Optional<Company> company = Fields.uuid(fields.get("companyId")).flatMap(server.meaning()::company);
        String type = Fields.text(fields.get("type"));
        ObjectNode body =
                Json.object().put("Queue", server.meaning().queueFor(company, type, Fields.text(fields.get("origin"))));
        company.filter(one -> !one.contact().isEmpty())
                .ifPresent(one -> body.putArray("Requestor").add(one.contact()));
        return body;
    }

    /** Where no field holds it, the requestor says the company and the queue the type. */
    @Override
    boolean placed(String field) {
        return field.equals("companyId") && !server.meaning().companyByField()
                || field.equals("type")
                        && server.meaning().mapping().typeField().isEmpty();
    }

    @Override
    ObjectNode deletion() {
        return Json.object().put("Status", "deleted");
    }

    private static ObjectNode custom(ObjectNode body) {
        return body.withObject("/CustomFields");
    }

    @Override
    boolean put(ObjectNode body, FieldChange change) throws BackendException, NotKeptException {
        Object value = change.newValue();
        String text = Fields.text(value);
        RtMapping mapping = server.meaning().mapping();
        switch (change.field()) {
            case "subject" -> body.put("Subject", text);
            case "status" -> body.put("Status", server.meaning().statusOut(text));
            case "priority" ->
                body.put(
                        "Priority",
                        server.meaning()
                                .priorityOut(text)
                                .orElseThrow(() -> new NotKeptException(
                                        "The mapping knows no number for the priority " + text + ".",
                                        List.of("priority"))));
            case "assigneeId" -> body.put("Owner", value == null ? NOBODY : person(value, change.field()));
            case "contactId" -> {
                ArrayNode requestors = body.putArray("Requestor");
                if (value != null) {
                    requestors.add(person(value, change.field()));
                }
            }
            case "teamId" -> body.put("Queue", queue(value));
            case "resolutionDueAt" ->
                body.put("Due", value == null ? "1970-01-01T00:00:00Z" : RtTimes.write(Instant.parse(text)));
            case "watchers" -> {
                ArrayNode people = body.putArray("AdminCc");
                for (Object one : Fields.list(value)) {
                    people.add(person(one, change.field()));
                }
            }
            case "links" -> links(body, change);
            case "assetId" -> asset(body, change);
            case "customFields" -> customFields(body, change);
            case "companyId" -> {
                if (!server.meaning().companyByField()) {
                    return false;
                }
                custom(body)
                        .put(
                                mapping.companyField(),
                                Fields.uuid(value)
                                        .flatMap(server.meaning()::company)
                                        .map(Company::name)
                                        .orElse(""));
            }
            case "type" -> {
                if (mapping.typeField().isEmpty()) {
                    return false;
                }
                custom(body).put(mapping.typeField(), text);
            }
            default -> {
                boolean nothing = value == null || Fields.same(change.field(), value, null);
                return nothing || ITS_OWN.contains(change.field());
            }
        }
        return true;
    }

    private String person(Object id, String field) throws NotKeptException {
        return Fields.uuid(id)
                .flatMap(server.directory()::person)
                .map(Person::name)
                .orElseThrow(() -> new NotKeptException("Request Tracker does not know this person.", List.of(field)));
    }

    private String queue(@Nullable Object id) throws BackendException, NotKeptException {
        Optional<UUID> queue = Fields.uuid(id);
        Optional<Place> place =
                queue.isEmpty() ? Optional.empty() : server.directory().queue(queue.get());
        return place.map(Place::name)
                .orElseThrow(() ->
                        new NotKeptException("A ticket of Request Tracker is always in a queue.", List.of("teamId")));
    }

    private void links(ObjectNode body, FieldChange change) throws BackendException, NotKeptException {
        List<?> before = Fields.list(change.oldValue());
        List<?> after = Fields.list(change.newValue());
        for (Object link : after) {
            if (!before.contains(link)) {
                body.withArray("/Add" + linkName(link)).add(target(link));
            }
        }
        for (Object link : before) {
            if (!after.contains(link)) {
                body.withArray("/Delete" + linkName(link)).add(target(link));
            }
        }
    }

    private static String linkName(Object link) throws NotKeptException {
        String type = Fields.map(link).getOrDefault("type", "");
        String name = LINK_NAMES.get(type);
        if (name == null) {
            throw new NotKeptException(
                    "Request Tracker has no such link: " + type.replace('_', ' ')
                            + ". It knows relates to, blocked by and part of.",
                    List.of("links"));
        }
        return name;
    }

    private long target(Object link) throws BackendException, NotKeptException {
        Optional<UUID> id = Fields.uuid(Fields.map(link).get("ticketId"));
        OptionalLong number =
                id.isEmpty() ? OptionalLong.empty() : server.numbers().number(Numbered.TICKET, id.get());
        return number.orElseThrow(
                () -> new NotKeptException("Request Tracker does not know the linked ticket.", List.of("links")));
    }

    private void asset(ObjectNode body, FieldChange change) throws BackendException {
        Optional<UUID> before = Fields.uuid(change.oldValue());
        Optional<UUID> after = Fields.uuid(change.newValue());
        if (before.isPresent()) {
            server.numbers()
                    .number(Numbered.ASSET, before.get())
                    .ifPresent(number -> body.withArray("/DeleteRefersTo").add("asset:" + number));
        }
        if (after.isPresent()) {
            server.numbers()
                    .number(Numbered.ASSET, after.get())
                    .ifPresent(number -> body.withArray("/AddRefersTo").add("asset:" + number));
        }
    }

    private static void customFields(ObjectNode body, FieldChange change) {
        Map<String, String> before = Fields.map(change.oldValue());
        Map<String, String> after = Fields.map(change.newValue());
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                custom(body).put(name, value);
            }
        });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> custom(body).putNull(name));
    }
}
