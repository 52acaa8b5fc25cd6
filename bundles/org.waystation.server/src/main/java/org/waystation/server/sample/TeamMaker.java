package org.waystation.server.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.record.EntityKind;

/** Makes the provider's teams, and the views that its people have saved. */
final class TeamMaker {

    /** A saved view: name, filter, columns, order, groups. */
    private record View(String name, String lists, String query, List<String> columns, String sortBy, String groupBy) {}

    private static final List<View> VIEWS = List.of(
            new View(
                    "Due today, mine",
                    "ticket",
                    "is:open assignee:me due:today",
                    List.of("number", "subject", "company", "priority", "due"),
                    "due",
                    ""),
            new View(
                    "Waiting for the customer",
                    "ticket",
                    "status:waiting_customer",
                    List.of("number", "subject", "company", "assignee", "updated"),
                    "updated",
                    "company"),
            new View(
                    "Proactive work by company",
                    "ticket",
                    "is:open origin:proactive",
                    List.of("number", "subject", "company", "type", "due"),
                    "due",
                    "company"));

    private final List<UUID> ids;
    private final SampleStaff staff;
    private final SplittableRandom random;
    private final Instant since;

    TeamMaker(SampleStaff staff, Instant since, long seed) {
        this.staff = staff;
        this.since = since;
        this.random = new SplittableRandom(seed);
        this.ids = List.of(SampleIds.make(since, random), SampleIds.make(since, random), SampleIds.make(since, random));
    }

    /** The team that answers what comes in. */
    UUID desk() {
        return ids.getFirst();
    }

    /** The team that does what was planned. */
    UUID projects() {
        return ids.get(1);
    }

    void write(RecordMaker maker) {
        List<SampleUser> people = staff.technicians();
        team(maker, ids.get(0), "Service desk", people.subList(0, 5));
        team(maker, ids.get(1), "Projects", people.subList(4, 7));
        team(maker, ids.get(2), "Field", people.subList(5, 8));
        for (int i = 0; i < VIEWS.size(); i++) {
            view(maker, VIEWS.get(i), i == 0 ? staff.technician() : staff.colleague(), i > 0);
        }
    }

    private static void team(RecordMaker maker, UUID id, String name, List<SampleUser> members) {
        maker.make(EntityKind.TEAM, id, Optional.empty(), json -> {
            json.writeStringField("name", name);
            json.writeStringField(
                    "email", name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "@northwind-msp.example");
            json.writeStringField("leadId", members.getFirst().id().toString());
            AgreementMaker.texts(
                    json,
                    "memberIds",
                    members.stream().map(user -> user.id().toString()).toList());
        });
    }

    private void view(RecordMaker maker, View view, SampleUser owner, boolean shared) {
        maker.make(EntityKind.SAVED_VIEW, SampleIds.make(since, random), Optional.empty(), json -> {
            json.writeStringField("ownerId", owner.id().toString());
            json.writeStringField("name", view.name());
            json.writeStringField("lists", view.lists());
            json.writeStringField("query", view.query());
            AgreementMaker.texts(json, "columns", view.columns());
            json.writeStringField("sortBy", view.sortBy());
            json.writeStringField("groupBy", view.groupBy());
            json.writeBooleanField("shared", shared);
        });
    }
}
