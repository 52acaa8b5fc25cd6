package org.waystation.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.waystation.server.account.Account;
import org.waystation.server.account.Accounts;
import org.waystation.server.audit.SecurityEvent;
import org.waystation.server.audit.SecurityEvent.Kind;
import org.waystation.server.audit.SecurityLog;
import org.waystation.server.kind.Ids;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Json;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Role;
import org.waystation.server.signin.PersonalTokens;
import org.waystation.server.signin.SignIns;

/** One's own sign-ins and tokens; and for leads who see every company, who may what and what happened. */
final class AccountEndpoints {

    private static final int LABEL_MAX = 100;
    private static final int DAYS_MAX = 365;
    private static final int EVENTS = 100;

    private final SignInParts parts;
    private final PersonalTokens tokens;
    private final Accounts accounts = new Accounts();
    private final SecurityLog log = new SecurityLog();

    AccountEndpoints(SignInParts parts) {
        this.parts = parts;
        this.tokens = new PersonalTokens(parts.database());
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/sign-ins", false, this::signIns),
                new Route("DELETE", "/v1/sign-ins/{id}", false, this::endSignIn),
                new Route("GET", "/v1/tokens", false, this::tokens),
                new Route("POST", "/v1/tokens", false, this::makeToken),
                new Route("DELETE", "/v1/tokens/{id}", false, this::endToken),
                new Route("GET", "/v1/users/{id}/access", false, this::access),
                new Route("PUT", "/v1/users/{id}/access", false, this::setAccess),
                new Route("DELETE", "/v1/users/{id}/sign-ins", false, this::signOutUser),
                new Route("GET", "/v1/security-events", false, this::events));
    }

    private void signIns(Exchange exchange) throws SQLException {
        new Parameters(exchange.request(), Set.of());
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        for (SignIns.SignIn signIn : parts.signIns().of(exchange.signedIn().id())) {
            items.addObject()
                    .put("id", signIn.id().toString())
                    .put("device", signIn.device())
                    .put("createdAt", signIn.createdAt().toString())
                    .put("lastUsedAt", signIn.lastUsedAt().toString());
        }
        exchange.sendJson(body);
    }

    private void endSignIn(Exchange exchange) throws SQLException {
        UUID self = exchange.signedIn().id();
        if (!parts.signIns().revoke(self, id(exchange), self, address(exchange))) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "You have no such sign-in.");
        }
        exchange.sendNothing();
    }

    private void tokens(Exchange exchange) throws SQLException {
        new Parameters(exchange.request(), Set.of());
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        for (PersonalTokens.Known known : tokens.of(exchange.signedIn().id())) {
            items.add(node(known));
        }
        exchange.sendJson(body);
    }

    private static ObjectNode node(PersonalTokens.Known known) {
        ObjectNode node = Json.object()
                .put("id", known.id().toString())
                .put("label", known.label())
                .put("createdAt", known.createdAt().toString());
        known.expiresAt().ifPresent(at -> node.put("expiresAt", at.toString()));
        known.lastUsedAt().ifPresent(at -> node.put("lastUsedAt", at.toString()));
        return node;
    }

    private void makeToken(Exchange exchange) throws IOException, SQLException {
        new Parameters(exchange.request(), Set.of());
        JsonNode body = JsonBody.read(exchange);
        String label = body.path("label").asText("").strip();
        if (label.isEmpty() || label.length() > LABEL_MAX) {
            throw ProblemException.ofField("label", "invalid", "must be a text of 1 to " + LABEL_MAX + " characters");
        }
        int days = body.path("days").asInt(0);
        if (days < 1 || days > DAYS_MAX) {
            throw ProblemException.ofField("days", "out_of_range", "must be between 1 and " + DAYS_MAX);
        }
        PersonalTokens.Made made = tokens.make(
                exchange.signedIn().id(), label, Instant.now().plus(Duration.ofDays(days)), address(exchange));
        ObjectNode answer = node(made.known()).put("token", made.token());
        Answers.json(exchange.response(), exchange.callback(), 201, Answers.JSON, answer);
    }

    private void endToken(Exchange exchange) throws SQLException {
        if (!tokens.revoke(exchange.signedIn().id(), id(exchange), address(exchange))) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "You have no such token.");
        }
        exchange.sendNothing();
    }

    private void access(Exchange exchange) throws SQLException {
        new Parameters(exchange.request(), Set.of());
        requireLead(exchange);
        try (Connection connection = parts.database().connect()) {
            exchange.sendJson(node(account(connection, id(exchange))));
        }
    }

    private static ObjectNode node(Account account) {
        ObjectNode node = Json.object()
                .put("role", account.role().code())
                .put("allCompanies", account.allCompanies())
                .put("disabled", account.disabled());
        ArrayNode companies = node.putArray("companies");
        account.companies().stream().sorted().map(UUID::toString).forEach(companies::add);
        return node;
    }

    private void setAccess(Exchange exchange) throws IOException, SQLException {
        new Parameters(exchange.request(), Set.of());
        Caller caller = requireLead(exchange);
        UUID user = id(exchange);
        JsonNode body = JsonBody.read(exchange);
        Role role = Role.find(body.path("role").asText(""))
                .orElseThrow(() -> ProblemException.ofField("role", "unknown_value", "must be a known role"));
        boolean all = body.path("allCompanies").asBoolean(false);
        Set<UUID> companies = companies(body.path("companies"));
        if (all && (!companies.isEmpty() || role == Role.CUSTOMER_ADMIN)) {
            throw ProblemException.ofField(
                    "allCompanies", "invalid", "goes neither with companies nor with the role customer_admin");
        }
        if (user.equals(caller.id())) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Nobody changes the own access; ask another lead.");
        }
        requireCompanies(caller, companies);
        Account changed = parts.database().inTransaction(connection -> {
            Account before = account(connection, user);
            accounts.setAccess(connection, user, role, all, companies);
            log.add(
                    connection,
                    new SecurityEvent(
                            Kind.ACCESS_CHANGED,
                            Optional.of(caller.id()),
                            Optional.of(user),
                            address(exchange),
                            words(
                                            before.role(),
                                            before.allCompanies(),
                                            before.companies().size()) + " to " + words(role, all, companies.size())));
            return account(connection, user);
        });
        exchange.sendJson(node(changed));
    }

    private static String words(Role role, boolean all, int companies) {
        return role.code() + " of " + (all ? "all companies" : companies + " companies");
    }

    private static Set<UUID> companies(JsonNode list) {
        Set<UUID> companies = new HashSet<>();
        for (JsonNode id : list) {
            if (!id.isTextual() || !Ids.isId(id.textValue())) {
                throw ProblemException.ofField("companies", "not_an_id", "must be a list of ids");
            }
            companies.add(UUID.fromString(id.textValue()));
        }
        return companies;
    }

    private void requireCompanies(Caller caller, Set<UUID> companies) throws SQLException {
        try (Connection connection = parts.database().connectAs(caller.scope());
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from record where kind = 'company' and deleted_at is null and id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", companies.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                if (rows.getInt(1) != companies.size()) {
                    throw ProblemException.ofField("companies", "missing", "must be companies that exist");
                }
            }
        }
    }

    private void signOutUser(Exchange exchange) throws SQLException {
        Caller caller = requireLead(exchange);
        UUID user = id(exchange);
        parts.database().inTransaction(connection -> {
            account(connection, user);
            parts.signIns().revokeAll(connection, user, Optional.of(caller.id()), address(exchange));
            return user;
        });
        exchange.sendNothing();
    }

    private void events(Exchange exchange) throws SQLException {
        Parameters parameters = new Parameters(exchange.request(), Set.of("before", "limit"));
        requireLead(exchange);
        Optional<Long> before = parameters.text("before").map(text -> {
            if (!text.matches("[1-9][0-9]{0,17}")) {
                throw ProblemException.ofField("before", "invalid", "must be the id of an event");
            }
            return Long.valueOf(text);
        });
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        try (Connection connection = parts.database().connect()) {
            for (SecurityLog.Entry entry : log.page(connection, before, parameters.limit(EVENTS))) {
                ObjectNode node = items.addObject()
                        .put("id", entry.id())
                        .put("at", entry.at().toString())
                        .put("kind", entry.kind())
                        .put("address", entry.address())
                        .put("detail", entry.detail());
                entry.user().ifPresent(user -> node.put("userId", user.toString()));
                entry.about().ifPresent(about -> node.put("aboutId", about.toString()));
            }
        }
        exchange.sendJson(body);
    }

    /** Who may decide over others. A lead of some companies leads the work there, and decides over nobody. */
    private static Caller requireLead(Exchange exchange) {
        Caller caller = exchange.signedIn();
        if (caller.role() != Role.LEAD || !caller.scope().everything()) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Only leads who see every company may do that.");
        }
        return caller;
    }

    private Account account(Connection connection, UUID user) throws SQLException {
        return accounts.find(connection, user)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "This user has no account."));
    }

    private static UUID id(Exchange exchange) {
        return Parameters.id("id", exchange.pathValues().get("id"));
    }

    private static String address(Exchange exchange) {
        return Request.getRemoteAddr(exchange.request());
    }
}
