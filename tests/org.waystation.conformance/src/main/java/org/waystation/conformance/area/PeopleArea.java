package org.waystation.conformance.area;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waystation.conformance.Api;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Json;
import org.waystation.conformance.NotAsked;
import org.waystation.conformance.Op;
import org.waystation.conformance.Reply;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;

/** Presence, what people may do, how much they may ask, and the tokens they make. */
public final class PeopleArea implements Area {

    /** What is worth using up: a minute's turns of more than this are not asked for. */
    private static final int FEW = 1_000;

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement(
                        "presence.others",
                        "Who has a record open is told to the others, not to oneself.",
                        this::others),
                new Requirement("presence.gone", "Who goes is there no more.", this::gone),
                new Requirement(
                        "presence.missing", "A record that is none: 404; a word that is none: 400.", this::missing),
                new Requirement("limits.told", "Answers tell how many requests are left (RateLimit).", this::told),
                new Requirement(
                        "limits.workstation",
                        "Workstations that share a token are told apart by Workstation-Id, a UUID.",
                        this::workstation),
                new Requirement("limits.refused", "Too many: 429 with Retry-After, and it passes.", this::refused),
                new Requirement("actions.update", "A record that says update can be updated.", this::mayUpdate),
                new Requirement(
                        "actions.not-update", "One that does not say update cannot: forbidden.", this::mayNotUpdate),
                new Requirement("actions.add", "A record says which parts may be added, and they may.", this::mayAdd),
                new Requirement("actions.not-own", "What another person wrote cannot be changed.", this::notOwn),
                new Requirement("accounts.token", "A personal token works until it is ended.", this::token),
                new Requirement(
                        "accounts.admin", "Deciding who may what is refused to those who do not lead.", this::admin),
                new Requirement(
                        "signin.metadata",
                        "The places of signing in are told (RFC 8414), PKCE with S256.",
                        this::metadata),
                new Requirement(
                        "signin.redirect", "A redirect that is not on this machine is never followed.", this::redirect),
                new Requirement("signin.code", "A code that is none: invalid_grant.", this::code),
                new Requirement("signin.refresh", "A refresh token that is none: invalid_grant.", this::refresh),
                new Requirement("signin.device", "A device's code waits for its person (RFC 8628).", this::device));
    }

    private static JsonNode present(Api api, String record) throws IOException {
        return api.get("/v1/presence?record=" + record).expect(200).json().path("others");
    }

    private static Reply tell(Api api, String record, String activity) throws IOException {
        return api.post("/v1/presence", Json.object().put("record", record).put("activity", activity));
    }

    private static String id(Api api) throws IOException {
        return api.get("/v1/session").expect(200).json().at("/user/id").asString();
    }

    private void others(Bench bench) throws Exception {
        Api second = bench.second();
        String company = shared(bench);
        tell(bench.api(), company, "viewing").expect(200);
        tell(second, company, "editing").expect(200);
        List<String> seen = new ArrayList<>();
        for (JsonNode other : present(bench.api(), company)) {
            seen.add(other.path("userId").asString() + " "
                    + other.path("activity").asString());
        }
        Unmet.unless(seen.contains(id(second) + " editing"), "The other is not told of: " + seen);
        String me = bench.me();
        Unmet.unless(seen.stream().noneMatch(one -> one.startsWith(me)), "One is told of oneself: " + seen);
    }

    /** The id of a record that both may see. */
    private static String shared(Bench bench) throws IOException {
        Api second = bench.second();
        for (JsonNode company :
                bench.api().get("/v1/companies?limit=1000").expect(200).json().path("items")) {
            String id = company.path("id").asString();
            if (second.get("/v1/companies/" + id).status() == 200) {
                return id;
            }
        }
        throw new NotAsked("needs a company that both persons may see");
    }

    private void gone(Bench bench) throws Exception {
        Api second = bench.second();
        String company = shared(bench);
        tell(second, company, "viewing").expect(200);
        Unmet.unless(present(bench.api(), company).toString().contains(id(second)), "The other is not told of.");
        tell(second, company, "gone").expect(200);
        Unmet.unless(!present(bench.api(), company).toString().contains(id(second)), "The other is still told of.");
    }

    private void missing(Bench bench) throws Exception {
        tell(bench.api(), Op.newId(), "viewing").expect(404, "not_found");
        tell(bench.api(), bench.company(), "dreaming").expect(400, "validation_failed");
        bench.api().get("/v1/presence?record=x").expect(400, "validation_failed");
    }

    private void told(Bench bench) throws Exception {
        Reply reply = bench.api().get("/v1/session").expect(200);
        Unmet.unless(
                reply.header("ratelimit-policy")
                        .orElse("")
                        .matches("\"\\w+\";q=[0-9]+;w=[0-9]+(, \"\\w+\";q=[0-9]+;w=[0-9]+)*"),
                "RateLimit-Policy: " + reply.header("ratelimit-policy"));
        Unmet.unless(left(reply) >= 0, "RateLimit: " + reply.header("ratelimit"));
        String name = reply.header("ratelimit").orElse("").replaceAll(";.*", "");
        Matcher policy = Pattern.compile(Pattern.quote(name) + ";q=([0-9]+)")
                .matcher(reply.header("ratelimit-policy").orElse(""));
        Unmet.unless(policy.find(), "RateLimit tells of a policy that is not named: " + name);
        long most = Long.parseLong(policy.group(1));
        Unmet.unless(left(reply) < most, "This request must count: " + reply.header("ratelimit"));
    }

    private void workstation(Bench bench) throws Exception {
        String one = Op.newId();
        long first = leftOf(bench, one);
        long second = leftOf(bench, one);
        Unmet.unless(second < first, "The second request of a workstation must count: " + first + ", " + second);
        long other = leftOf(bench, Op.newId());
        Unmet.unless(other > second, "Another workstation must have turns of its own: " + second + ", " + other);
        bench.api().get("/v1/session", "Workstation-Id", "mine").expect(400, "validation_failed");
    }

    private static long leftOf(Bench bench, String workstation) throws IOException {
        return left(
                bench.api().get("/v1/session", "Workstation-Id", workstation).expect(200));
    }

    private static long left(Reply reply) {
        Matcher matcher =
                Pattern.compile("r=([0-9]+)").matcher(reply.header("ratelimit").orElse(""));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private void refused(Bench bench) throws Exception {
        Api api = bench.api();
        long left = left(api.get("/v1/session").expect(200));
        if (left > FEW) {
            throw new NotAsked(
                    left + " requests would have to be used up; ask a server with --requests-per-minute 100");
        }
        Reply reply = api.get("/v1/session");
        for (int i = 0; i <= 2 * FEW && reply.status() == 200; i++) {
            reply = api.get("/v1/session");
        }
        reply.expect(429, "too_many_requests");
        long wait = Long.parseLong(reply.header("retry-after").orElse("0"));
        Unmet.unless(wait >= 1 && wait <= 60, "Retry-After says " + wait + " seconds.");
        LockSupport.parkNanos(Duration.ofSeconds(wait).toNanos());
        api.get("/v1/session").expect(200);
    }

    private void mayUpdate(Bench bench) throws Exception {
        JsonNode ticket = bench.newTicket("that may be updated");
        Unmet.unless(says(ticket, "update"), "The person's own ticket must say update: " + ticket);
        bench.apply(Op.update(ticket).set("priority", "p1"));
    }

    private static boolean says(JsonNode record, String action) {
        return record.path("actions")
                .valueStream()
                .anyMatch(one -> one.asString("").equals(action));
    }

    private void mayNotUpdate(Bench bench) throws Exception {
        for (Api api : bench.people()) {
            Optional<JsonNode> company = api.get("/v1/companies?limit=1000")
                    .expect(200)
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(item -> !says(item, "update"))
                    .findFirst();
            if (company.isPresent()) {
                Op rename = Op.update(company.get()).set("name", "Renamed");
                Bench.rejected(Bench.push(api, List.of(rename)).getFirst(), "forbidden");
                String path = "/v1/companies/" + company.get().path("id").asString();
                api.patch(path, Json.object().put("name", "Renamed"), "If-Match", "*")
                        .expect(403, "forbidden");
                return;
            }
        }
        throw new NotAsked("needs a token of somebody who may not change companies");
    }

    private void mayAdd(Bench bench) throws Exception {
        JsonNode ticket = bench.newTicket("that may be added to");
        Unmet.unless(says(ticket, "add:note") && says(ticket, "add:timeEntry"), "It must say add: " + ticket);
        bench.push(
                        bench.note(ticket.path("id").asString(), "added"),
                        bench.time(ticket.path("id").asString(), 1))
                .forEach(Bench::applied);
    }

    private void notOwn(Bench bench) throws Exception {
        Api second = bench.second();
        JsonNode note = bench.apply(bench.note(sharedTicket(bench), "mine"));
        Reply seen = second.get("/v1/notes/" + note.path("id").asString());
        if (seen.status() == 404) {
            throw new NotAsked("needs a second person who sees the first one's internal notes");
        }
        Unmet.unless(!says(seen.expect(200).json(), "update"), "Another's note must not say update: " + seen.text());
        Bench.rejected(
                Bench.push(second, List.of(Op.update(note).set("body", "yours")))
                        .getFirst(),
                "forbidden");
    }

    private static String sharedTicket(Bench bench) throws IOException {
        Op ticket = Op.create("ticket")
                .set("subject", Bench.MARK + "of both")
                .set("companyId", shared(bench))
                .set("type", "incident");
        return bench.apply(ticket).path("id").asString();
    }

    private void token(Bench bench) throws Exception {
        Reply made = bench.api()
                .post(
                        "/v1/tokens",
                        Json.object().put("label", "conformance " + Op.newId()).put("days", 1))
                .expect(201);
        String id = made.json().path("id").asString();
        Api script = bench.api().as(Optional.of(made.json().path("token").asString()));
        Unmet.unlessEqual(bench.me(), id(script), "whom the token stands for");
        Reply list = bench.api().get("/v1/tokens").expect(200);
        Unmet.unless(list.text().contains(id), "The token must be in the list.");
        Unmet.unless(!list.text().contains(made.json().path("token").asString()), "The list must not tell the token.");
        bench.api().delete("/v1/tokens/" + id).expect(204);
        script.get("/v1/session").expect(401);
    }

    private void admin(Bench bench) throws Exception {
        for (Api api : bench.people()) {
            JsonNode session = api.get("/v1/session").expect(200).json();
            if (!session.path("role").asString("").equals("lead")) {
                String user = "/v1/users/" + session.at("/user/id").asString();
                api.get(user + "/access").expect(403, "forbidden");
                api.delete(user + "/sign-ins").expect(403, "forbidden");
                api.get("/v1/security-events").expect(403, "forbidden");
                return;
            }
        }
        throw new NotAsked("needs a token of somebody who does not lead");
    }

    private void metadata(Bench bench) throws Exception {
        JsonNode metadata = bench.anonymous()
                .get("/.well-known/oauth-authorization-server")
                .expect(200)
                .json();
        Unmet.unlessEqual(
                Json.of(List.of("S256")), metadata.path("code_challenge_methods_supported"), "the methods of PKCE");
        Unmet.unlessEqual(Json.of(List.of("code")), metadata.path("response_types_supported"), "the types of response");
    }

    private void redirect(Bench bench) throws Exception {
        Reply reply = bench.anonymous()
                .get("/oauth/authorize?response_type=code&client_id=waystation-workstation"
                        + "&redirect_uri=https%3A%2F%2Fevil.example%2F&state=s&code_challenge=" + "c".repeat(43)
                        + "&code_challenge_method=S256");
        Unmet.unless(reply.status() >= 400, "It must be refused, but is answered " + reply.status());
        Unmet.unless(reply.header("location").isEmpty(), "It must lead nowhere.");
    }

    private static Reply form(Api api, String path, Map<String, String> values) throws IOException {
        StringBuilder body = new StringBuilder();
        values.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return api.send(
                "POST",
                path,
                body.toString().getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static void grant(Bench bench, Map<String, String> values, String error) throws IOException {
        Reply reply = form(bench.anonymous(), "/oauth/token", values).expect(400);
        Unmet.unlessEqual(error, reply.json().path("error").asString(""), "the error");
    }

    private void code(Bench bench) throws Exception {
        grant(
                bench,
                Map.of(
                        "grant_type", "authorization_code",
                        "code", "x".repeat(43),
                        "client_id", "waystation-workstation",
                        "redirect_uri", "http://127.0.0.1:40000/signed-in",
                        "code_verifier", "v".repeat(43)),
                "invalid_grant");
    }

    private void refresh(Bench bench) throws Exception {
        grant(
                bench,
                Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", "x".repeat(43),
                        "client_id", "waystation-workstation"),
                "invalid_grant");
    }

    private void device(Bench bench) throws Exception {
        JsonNode begun = form(
                        bench.anonymous(), "/oauth/device_authorization", Map.of("client_id", "waystation-workstation"))
                .expect(200)
                .json();
        grant(
                bench,
                Map.of(
                        "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code", begun.path("device_code").asString(),
                        "client_id", "waystation-workstation"),
                "authorization_pending");
    }
}
