package org.waystation.backend.rt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.domain.LinkType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtMapping.CompanyBy;
import org.waystation.backend.rt.internal.map.Directory.Person;
import org.waystation.backend.rt.internal.map.Directory.Place;
import org.waystation.backend.rt.internal.wire.Json;
import org.waystation.backend.rt.internal.wire.RtIds;
import org.waystation.backend.rt.internal.wire.RtIds.Named;
import org.waystation.backend.rt.internal.wire.RtIds.Numbered;
import org.waystation.backend.rt.internal.wire.RtTimes;

/** Reads tickets, from lists and alone. */
public final class TicketReader {

    /** What a list of tickets has to bring for this. */
    public static final String FIELDS = "Subject,Status,Queue,Owner,Requestor,AdminCc,Priority,Created,LastUpdated,"
            + "Started,Due,Resolved,CustomFields,EffectiveId,Type,_hyperlinks";

    /** What links of theirs are here. */
    public static final Map<String, String> LINKS =
            Map.of("refers-to", "relates_to", "depends-on", "blocked_by", "parent", "part_of");

    private static final List<String> PARTS = List.of("add:note", "add:timeEntry", "add:attachment");

    private final RtIds ids;
    private final Meaning meaning;
    private final Directory directory;
    private final Numbers numbers;

    public TicketReader(RtIds ids, Meaning meaning, Directory directory, Numbers numbers) {
        this.ids = ids;
        this.meaning = meaning;
        this.directory = directory;
        this.numbers = numbers;
    }

    /** Whether it is there for people: not deleted, not merged away, no reminder or approval. */
    public static boolean isLive(JsonNode ticket) {
        String type = Json.text(ticket.path("Type"));
        long effective = Json.number(
                ticket.path("EffectiveId").isObject()
                        ? ticket.path("EffectiveId").path("id")
                        : ticket.path("EffectiveId"));
        return !Json.text(ticket.path("Status")).equals("deleted")
                && (type.isEmpty() || type.equals("ticket"))
                && (effective == 0 || effective == Json.number(ticket.path("id")));
    }

    /** A ticket that {@link #isLive}. */
    public EntityRecord read(JsonNode ticket, long sequence) throws BackendException {
        UUID id = numbers.learn(Numbered.TICKET, ticket);
        Optional<Place> queue = directory.queue(Json.number(ticket.path("Queue").path("id")));
        String queueName = queue.map(Place::name).orElse("");
        RtMapping.Queue words = meaning.queue(queueName);
        List<String> requestors = Json.references(ticket.path("Requestor"));
        Optional<Company> company = meaning.companyOf(ticket, requestors, queueName, directory);
        String type = Json.customText(ticket, meaning.mapping().typeField());
        Optional<Instant> updated = RtTimes.read(Json.text(ticket.path("LastUpdated")));
        String owner = Json.reference(ticket.path("Owner"));

        Record record = new Record()
                .value("number", Json.number(ticket.path("id")))
                .text("subject", Json.text(ticket.path("Subject")))
                .id("companyId", company.map(meaning::id))
                .id("agreementId", company.flatMap(meaning::agreement))
                .id("contactId", contact(requestors))
                .id("assigneeId", directory.person(owner).map(Person::id))
                .text("type", type.isEmpty() ? words.type() : type)
                .text("origin", words.origin())
                .text("source", "request_tracker")
                .text("priority", meaning.priority(Json.number(ticket.path("Priority"))))
                .text("status", meaning.status(Json.text(ticket.path("Status"))))
                .time("createdAt", RtTimes.read(Json.text(ticket.path("Created"))))
                .time("updatedAt", updated)
                .time("respondedAt", RtTimes.read(Json.text(ticket.path("Started"))))
                .time("resolutionDueAt", RtTimes.read(Json.text(ticket.path("Due"))))
                .time("resolvedAt", RtTimes.read(Json.text(ticket.path("Resolved"))))
                .id("teamId", queue.map(place -> ids.of(Numbered.QUEUE, place.number())))
                .list("watchers", watchers(Json.references(ticket.path("AdminCc"))))
                .map("customFields", customFields(ticket));
        links(ticket, record);
        List<String> actions = new ArrayList<>(actions(ticket, record));
        actions.addAll(unkept(meaning.mapping()));
        return record.as(
                EntityKind.TICKET, id, updated.map(Instant::getEpochSecond).orElse(1L), sequence, actions);
    }

    private Optional<UUID> contact(List<String> requestors) throws BackendException {
        for (String name : requestors) {
            Optional<Person> person = directory.person(name);
            if (person.isPresent() && !person.get().staff()) {
                return person.map(Person::id);
            }
            if (person.isEmpty() && name.contains("@")) {
                return Optional.of(ids.of(Named.CONTACT, name));
            }
        }
        return Optional.empty();
    }

    private List<String> watchers(List<String> names) throws BackendException {
        List<String> watchers = new ArrayList<>();
        for (String name : names) {
            directory
                    .person(name)
                    .filter(Person::staff)
                    .ifPresent(one -> watchers.add(one.id().toString()));
        }
        return watchers;
    }

    private Map<String, String> customFields(JsonNode ticket) {
        Map<String, String> fields = new LinkedHashMap<>();
        RtMapping mapping = meaning.mapping();
        for (JsonNode field : ticket.path("CustomFields")) {
            String name = Json.text(field.path("name"));
            boolean ours = name.equals(mapping.marker())
                    || name.equals(mapping.typeField())
                    || meaning.companyByField() && name.equals(mapping.companyField());
            List<String> values = new ArrayList<>();
            field.path("values").forEach(value -> values.add(Json.text(value)));
            if (!ours && !values.isEmpty()) {
                fields.put(name, String.join(", ", values));
            }
        }
        return fields;
    }

    private void links(JsonNode ticket, Record record) throws BackendException {
        List<Map<String, String>> links = new ArrayList<>();
        Optional<UUID> asset = Optional.empty();
        for (JsonNode link : ticket.path("_hyperlinks")) {
            String type = LINKS.get(Json.text(link.path("ref")));
            String target = Json.text(link.path("type"));
            if (type != null && target.equals("ticket")) {
                UUID id = numbers.id(Numbered.TICKET, Json.number(link.path("id")));
                links.add(Map.of("type", type, "ticketId", id.toString()));
            } else if (type != null && target.equals("asset") && asset.isEmpty()) {
                asset = Optional.of(numbers.id(Numbered.ASSET, Json.number(link.path("id"))));
            }
        }
        record.list("links", links).id("assetId", asset);
    }

    /** What of a ticket here has no place there, or follows from something else. */
    private static List<String> unkept(RtMapping mapping) {
        List<String> words = new ArrayList<>(List.of("not:tags", "not:checklist", "not:origin", "not:agreementId"));
        if (mapping.typeField().isEmpty()) {
            words.add("not:type");
        }
        if (mapping.companyBy() != CompanyBy.FIELD) {
            words.add("not:companyId");
        }
        LinkType.KNOWN.stream()
                .map(LinkType::code)
                .filter(code -> !LINKS.containsValue(code))
                .forEach(code -> words.add("not:links:" + code));
        return words;
    }

    /** What may be done with a ticket that is not there yet: whoever may make one may add to it. */
    public static List<String> mayDoWithNew(RtMapping mapping) {
        List<String> words = new ArrayList<>(List.of("update", "delete"));
        words.addAll(PARTS);
        words.addAll(unkept(mapping));
        return words;
    }

    /** What may be done with it, and to which statuses its lifecycle leads from here. */
    private List<String> actions(JsonNode ticket, Record record) {
        List<String> actions = new ArrayList<>(List.of("update"));
        Set<String> steps = new LinkedHashSet<>();
        boolean speaks = false;
        boolean mayDelete = false;
        for (JsonNode link : ticket.path("_hyperlinks")) {
            String ref = Json.text(link.path("ref"));
            speaks |= ref.equals("comment") || ref.equals("correspond");
            if (ref.equals("lifecycle") && Json.text(link.path("to")).equals("deleted")) {
                mayDelete = true;
            } else if (ref.equals("lifecycle")) {
                steps.add(meaning.status(Json.text(link.path("to"))));
            }
        }
        if (mayDelete) {
            actions.add("delete");
        }
        if (speaks) {
            actions.addAll(PARTS);
        }
        String status = meaning.status(Json.text(ticket.path("Status")));
        steps.remove(status);
        record.value("nextStatuses", List.copyOf(steps)).value("nextStatusesOf", status);
        return actions;
    }
}
