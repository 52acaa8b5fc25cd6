package org.waystation.server.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.domain.LinkType;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.TicketType;

/** Who watches a ticket, in whose queue it is, what is linked to it, and its steps. */
final class TicketExtras {

    private static final int FEW = 9;

    private final Pools pools;
    private final SampleStaff staff;
    private final TeamMaker teams;
    /** The ticket before, of each customer and type. */
    private final Map<String, UUID> before = new HashMap<>();

    TicketExtras(Pools pools, SampleStaff staff, TeamMaker teams) {
        this.pools = pools;
        this.staff = staff;
        this.teams = teams;
    }

    /** Draws from a random of its own, so that the rest of the data does not depend on it. */
    void write(JsonGenerator json, SampleTicket ticket) throws IOException {
        SplittableRandom random = new SplittableRandom(ticket.id().getLeastSignificantBits());
        boolean planned =
                ticket.type().equals(TicketType.CHANGE) || ticket.type().equals(TicketType.MAINTENANCE);
        json.writeStringField("siteId", ticket.company().mainSite().toString());
        json.writeStringField("teamId", (planned ? teams.projects() : teams.desk()).toString());
        if (random.nextInt(FEW) == 0) {
            SampleUser watcher = Surroundings.pick(staff.technicians(), random);
            AgreementMaker.texts(json, "watchers", List.of(watcher.id().toString()));
        }
        UUID earlier = before.put(ticket.company().id() + ticket.type().code(), ticket.id());
        if (earlier != null && random.nextInt(FEW) == 0) {
            json.writeArrayFieldStart("links");
            json.writeStartObject();
            json.writeStringField("type", LinkType.RELATES_TO.code());
            json.writeStringField("ticketId", earlier.toString());
            json.writeEndObject();
            json.writeEndArray();
        }
        if (planned || ticket.type().equals(TicketType.SERVICE_REQUEST)) {
            writeChecklist(json, ticket, random);
        }
        if (ticket.origin().equals(Origin.REACTIVE) && random.nextInt(FEW) == 0) {
            json.writeObjectFieldStart("customFields");
            json.writeStringField("Cost centre", pools.pick("cost centre", random));
            json.writeEndObject();
        }
    }

    private void writeChecklist(JsonGenerator json, SampleTicket ticket, SplittableRandom random) throws IOException {
        List<String> steps = pools.list("checklist " + ticket.type().code());
        boolean done = ticket.resolvedAt().isPresent();
        int ticked = done ? steps.size() : Math.min(ticket.work().size(), steps.size() - 1);
        json.writeArrayFieldStart("checklist");
        for (int i = 0; i < steps.size(); i++) {
            json.writeStartObject();
            json.writeStringField(
                    "id", SampleIds.make(ticket.createdAt(), random).toString());
            json.writeStringField("text", steps.get(i));
            json.writeBooleanField("done", i < ticked);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
