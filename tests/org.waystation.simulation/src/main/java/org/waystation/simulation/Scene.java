package org.waystation.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.database.Scope;
import org.waystation.server.record.Json;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Role;

/**
 * What the server holds when it begins.
 *
 * @param callers one technician for each machine; the third machine is the first one's other
 */
record Scene(List<Caller> callers, Caller colleague, List<UUID> companies, List<UUID> tickets) {

    private static final int COMPANIES = 3;
    private static final int TICKETS = 6;

    static Scene make(MemoryServer server, int devices) {
        Ids ids = new Ids(1);
        Caller robin = caller(ids, server, "Robin", Role.TECHNICIAN);
        Caller sam = caller(ids, server, "Sam", Role.TECHNICIAN);
        Caller colleague = caller(ids, server, "Kim", Role.LEAD);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            callers.add(i % 2 == 0 ? robin : sam);
        }
        List<UUID> companies = new ArrayList<>();
        List<UUID> tickets = new ArrayList<>();
        for (int i = 0; i < COMPANIES; i++) {
            UUID id = ids.next();
            companies.add(id);
            server.writeFreely(
                    ids.next(),
                    EntityKind.COMPANY,
                    id,
                    Optional.of(id),
                    Json.object().put("name", "Company " + i));
        }
        for (int i = 0; i < TICKETS; i++) {
            UUID id = ids.next();
            UUID company = companies.get(i % COMPANIES);
            tickets.add(id);
            ObjectNode ticket = Json.object()
                    .put("number", i + 1)
                    .put("subject", "Ticket " + i)
                    .put("companyId", company.toString())
                    .put("type", "incident")
                    .put("origin", "reactive")
                    .put("priority", "p3")
                    .put("status", "new")
                    .put("assigneeId", (i % 2 == 0 ? robin : sam).id().toString())
                    .put("createdAt", "2026-03-01T08:00:00Z")
                    .put("updatedAt", "2026-03-01T08:00:00Z");
            server.writeFreely(ids.next(), EntityKind.TICKET, id, Optional.of(company), ticket);
        }
        return new Scene(List.copyOf(callers), colleague, List.copyOf(companies), List.copyOf(tickets));
    }

    private static Caller caller(Ids ids, MemoryServer server, String name, Role role) {
        Caller caller = new Caller(
                ids.next(), name, name.toLowerCase(Locale.ROOT) + "@northwind.invalid", role, Scope.EVERYTHING, 0);
        server.writeFreely(
                ids.next(),
                EntityKind.USER,
                caller.id(),
                Optional.empty(),
                Json.object().put("name", name));
        return caller;
    }
}
