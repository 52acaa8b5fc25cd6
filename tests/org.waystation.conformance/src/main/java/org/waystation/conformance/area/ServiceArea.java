package org.waystation.conformance.area;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Op;
import org.waystation.conformance.Reply;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;

/** Who is asking, whether the server lives, and what it says of itself. */
public final class ServiceArea implements Area {

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("service.health", "Health is told without a token.", this::health),
                new Requirement(
                        "service.document", "The server serves its contract, with every path of it.", this::document),
                new Requirement(
                        "service.sniffing", "No answer may be taken for another type by a browser.", this::sniffing),
                new Requirement(
                        "session.who",
                        "The session names the person, the provider and the epoch, the same each time.",
                        this::who),
                new Requirement(
                        "session.time",
                        "The server's time comes in the session and as Date, and they agree.",
                        this::time),
                new Requirement("session.token-missing", "Without a token: 401 token_missing.", this::tokenMissing),
                new Requirement("session.token-invalid", "With a token that is none: 401.", this::tokenInvalid),
                new Requirement(
                        "session.paths-hidden",
                        "Who has no token does not learn which paths there are.",
                        this::pathsHidden));
    }

    private void health(Bench bench) throws Exception {
        bench.anonymous().get("/health").expect(200);
    }

    private void document(Bench bench) throws Exception {
        Reply reply = bench.anonymous().get("/v1/openapi.yaml").expect(200);
        Unmet.unless(reply.text().startsWith("openapi: 3.1"), "The document must be OpenAPI 3.1.");
        for (String path : bench.contract().document().path("paths").propertyNames()) {
            Unmet.unless(reply.text().contains(path + ":"), "The document served must describe " + path);
        }
    }

    private void sniffing(Bench bench) throws Exception {
        Unmet.unlessEqual(
                "nosniff",
                bench.api().get("/v1/session").header("x-content-type-options").orElse(""),
                "X-Content-Type-Options");
    }

    private void who(Bench bench) throws Exception {
        JsonNode session = bench.api().get("/v1/session").expect(200).json();
        JsonNode again = bench.api().get("/v1/session").expect(200).json();
        Unmet.unlessEqual(session.path("user"), again.path("user"), "the person at the second time");
        Unmet.unlessEqual(session.path("epoch"), again.path("epoch"), "the epoch at the second time");
        String inFeed = bench.snapshot("company").getLast().at("/end/epoch").asString();
        Unmet.unlessEqual(session.path("epoch").asString(), inFeed, "the epoch of the snapshot");
    }

    private void time(Bench bench) throws Exception {
        Reply reply = bench.api().get("/v1/session").expect(200);
        Instant told = Instant.parse(reply.json().path("serverTime").asString());
        String header = reply.header("date").orElse("");
        Unmet.unless(!header.isEmpty(), "The header Date must be there.");
        Instant date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        Unmet.unless(
                Duration.between(told, date).abs().compareTo(Duration.ofSeconds(5)) < 0,
                "Date says " + date + ", serverTime " + told);
    }

    private void tokenMissing(Bench bench) throws Exception {
        Reply reply = bench.anonymous().get("/v1/session").expect(401, "token_missing");
        Unmet.unless(
                reply.header("www-authenticate").orElse("").startsWith("Bearer"),
                "WWW-Authenticate must say Bearer (RFC 6750).");
    }

    private void tokenInvalid(Bench bench) throws Exception {
        bench.api().as(Optional.of("x".repeat(43))).get("/v1/session").expect(401, "token_invalid");
        bench.api().as(Optional.of("")).get("/v1/session").expect(401);
    }

    private void pathsHidden(Bench bench) throws Exception {
        bench.anonymous().get("/v1/" + Op.newId()).expect(401);
        bench.api().get("/v1/" + Op.newId()).expect(404, "not_found");
    }
}
