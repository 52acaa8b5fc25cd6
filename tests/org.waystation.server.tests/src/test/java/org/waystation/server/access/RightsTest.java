package org.waystation.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waystation.api.record.EntityKind;
import org.waystation.server.Api;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.database.Scope;
import org.waystation.server.record.Json;
import org.waystation.server.record.StoredRecord;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Rights;
import org.waystation.server.session.Role;

/** Actions say the truth: told everywhere alike, and what they leave out is refused. */
@ExtendWith(ServerExtension.class)
class RightsTest {

    private final TestServer server;

    RightsTest(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theDatabaseTellsTheSameActionsAsTheServer(Role role) throws Exception {
        Caller caller = new Caller(server.technician(), "Tom", "", role, Scope.EVERYTHING, 0);
        Rights rights = new Rights(caller);
        Set<String> seen = new HashSet<>();
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select kind, data::text, " + rights.actionsSql() + " from record where deleted_at is null")) {
            while (rows.next()) {
                StoredRecord record = new StoredRecord(
                        new EntityKind(rows.getString(1)),
                        UUID.randomUUID(),
                        Optional.empty(),
                        1,
                        1,
                        false,
                        Json.parseStored(rows.getString(2)));
                List<String> told = new ArrayList<>();
                Json.mapper().readTree(rows.getString(3)).forEach(action -> told.add(action.textValue()));
                assertEquals(rights.actions(record), told);
                seen.add(record.kind() + " " + told);
            }
        }
        assertTrue(seen.size() >= 8, seen::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TECHNICIAN     | update                 | false | true
            DISPATCHER     | update,delete          | true  | true
            LEAD           | update,delete          | true  | true
            CUSTOMER_ADMIN |                        | false | false
            READ_ONLY      |                        | false | false
            """)
    void aRefusalFollowsFromMissingActions(Role role, String actions, boolean deletes, boolean updates)
            throws Exception {
        String company = server.sql("select company_id from record where kind = 'ticket' limit 1")
                .getFirst();
        Api api = role == Role.CUSTOMER_ADMIN
                ? server.signedIn("Kim", role, UUID.fromString(company))
                : server.signedIn("Kim", role);
        JsonNode made = new Ops(server.api()).applied(Ops.ticket(company));
        JsonNode ticket =
                api.get("/v1/tickets/" + made.get("id").textValue()).expect(200).json();
        Set<String> told = new HashSet<>();
        ticket.get("actions").forEach(action -> told.add(action.textValue()));
        told.removeIf(action -> action.startsWith("add:"));
        assertEquals(actions == null ? Set.of() : Set.of(actions.split(",")), told);
        JsonNode updated = new Ops(api).one(Ops.update(ticket).set("subject", "Changed"));
        assertEquals(updates ? "applied" : "rejected", updated.get("outcome").asText(), updated::toString);
        JsonNode now = updates ? updated.get("record") : ticket;
        JsonNode deleted = new Ops(api).one(Ops.delete(now));
        assertEquals(deletes ? "applied" : "rejected", deleted.get("outcome").asText(), deleted::toString);
        if (!deletes) {
            assertEquals("forbidden", deleted.at("/problem/code").asText());
        }
    }
}
