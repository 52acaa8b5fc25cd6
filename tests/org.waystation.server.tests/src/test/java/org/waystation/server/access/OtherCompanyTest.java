package org.waystation.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.Api;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.access.EveryEndpoint.Attempt;
import org.waystation.server.record.Cursor;
import org.waystation.server.session.Role;

/** Nobody reads, finds out about or changes what belongs to a company out of reach, through whatever endpoint. */
@ExtendWith(ServerExtension.class)
class OtherCompanyTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String STATE = "select md5(string_agg(id || ':' || version || ':' || seq || ':' || data,"
            + " ',' order by id)) from record";

    private final TestServer server;
    private UUID own = UUID.randomUUID();
    private UUID other = UUID.randomUUID();

    OtherCompanyTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void twoCompaniesWithTickets() throws Exception {
        List<String> companies = server.sql("select company_id from record where kind = 'ticket' and deleted_at is null"
                + " group by company_id order by count(*) desc, company_id limit 2");
        own = UUID.fromString(companies.get(0));
        other = UUID.fromString(companies.get(1));
    }

    @Test
    void aTechnicianOfOneCompanyGetsNothingOfAnother() throws Exception {
        String foreign = "company_id <> '" + own + "'";
        tryAll(server.signedIn("Ann", Role.TECHNICIAN, own), ids(foreign), foreign, "company_id = '" + other + "'");
    }

    @Test
    void aLeadOfOneCompanyGetsNothingOfAnother() throws Exception {
        String foreign = "company_id <> '" + own + "'";
        tryAll(server.signedIn("Lee", Role.LEAD, own), ids(foreign), foreign, "company_id = '" + other + "'");
    }

    @Test
    void aCustomerGetsNothingThatIsInternal() throws Exception {
        String internal = "(company_id <> '" + own + "' or (kind = 'note' and data ->> 'visibility' = 'internal')"
                + " or (kind = 'article' and (data ->> 'visibility' <> 'company' or data ->> 'state' <> 'published'))"
                + " or kind not in"
                + " ('user', 'team', 'company', 'site', 'contact', 'agreement', 'asset', 'ticket', 'note', 'article'))";
        tryAll(
                server.signedIn("Cleo", Role.CUSTOMER_ADMIN, own),
                ids(internal),
                internal,
                "company_id = '" + own + "' and (kind <> 'note' or data ->> 'visibility' = 'internal')");
    }

    @Test
    void whoOnlyReadsChangesNothing() throws Exception {
        tryAll(server.signedIn("Ron", Role.READ_ONLY), Set.of(), "true", "company_id = '" + own + "'");
    }

    /** The test itself must be able to fail: who may see all of it, gets all of it. */
    @Test
    void whoSeesBothCompaniesGetsBoth() throws Exception {
        Api both = server.signedIn("Bo", Role.READ_ONLY, own, other);
        Set<String> foreign = ids("company_id = '" + other + "'");
        Set<String> found = new HashSet<>();
        for (Attempt attempt : endpoints("company_id = '" + other + "'").attempts(both)) {
            if (!attempt.writes()) {
                found.addAll(leaked(both.send(attempt.request()).body(), foreign));
            }
        }
        assertEquals(foreign, found);
    }

    /**
     * @param foreign ids that no answer may hold
     * @param guarded which records nothing may change
     * @param targets what the requests are made with
     */
    private void tryAll(Api api, Set<String> foreign, String guarded, String targets) throws Exception {
        String where = " where " + guarded;
        String before = server.sql(STATE + where).getFirst();
        Set<String> operations = new HashSet<>();
        for (Attempt attempt : endpoints(targets).attempts(api)) {
            operations.add(attempt.operation());
            Api.Reply reply = api.send(attempt.request());
            Set<String> leaked = leaked(reply.body(), foreign);
            // An id that was sent may be told back; that it exists may not.
            leaked.removeIf(id -> attempt.request().uri().toString().contains(id));
            assertEquals(Set.of(), leaked, () -> attempt.request() + " answers " + reply.body());
            boolean single = attempt.request().uri().getPath().matches(".*" + ID.pattern() + ".*");
            if (single && !foreign.isEmpty()) {
                String id = attempt.request().uri().getPath();
                if (foreign.stream().anyMatch(id::contains)) {
                    assertTrue(reply.status() >= 400, () -> attempt.request() + " answers " + reply.body());
                }
            }
        }
        assertEquals(before, server.sql(STATE + where).getFirst(), "something out of reach was changed");
        assertTrue(operations.size() > 20, operations::toString);
        assertTrue(operations.contains("POST /v1/operations"), operations::toString);
    }

    private EveryEndpoint endpoints(String condition) throws Exception {
        Map<String, UUID> targets = new LinkedHashMap<>();
        List<String> kinds = server.sql("select distinct kind from record where deleted_at is null and " + condition);
        assertFalse(kinds.isEmpty());
        for (String kind : kinds) {
            targets.put(
                    kind,
                    UUID.fromString(server.sql("select id from record where deleted_at is null and kind = '" + kind
                                    + "' and " + condition + " order by id limit 1")
                            .getFirst()));
        }
        JsonNode session = server.api().get("/v1/session").json();
        return new EveryEndpoint(
                targets, new Cursor(UUID.fromString(session.get("epoch").textValue()), 0, 0).encode());
    }

    private Set<String> ids(String condition) throws Exception {
        return new HashSet<>(server.sql("select id from record where deleted_at is null and " + condition));
    }

    private static Set<String> leaked(String body, Set<String> foreign) {
        Set<String> leaked = new HashSet<>();
        Matcher matcher = ID.matcher(body);
        while (matcher.find()) {
            if (foreign.contains(matcher.group())) {
                leaked.add(matcher.group());
            }
        }
        return leaked;
    }

    @Test
    void ticketsAreCreatedOnlyInReach() throws Exception {
        Api ann = server.signedIn("Ann", Role.TECHNICIAN, own);
        assertEquals(
                "applied",
                new Ops(ann).one(Ops.ticket(own.toString())).path("outcome").asText());
        JsonNode refused = new Ops(ann).one(Ops.ticket(other.toString()));
        assertEquals("reference_missing", refused.at("/problem/code").asText(), refused::toString);
    }
}
