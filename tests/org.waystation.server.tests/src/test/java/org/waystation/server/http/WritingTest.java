package org.waystation.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.Api;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.record.Json;
import org.waystation.server.session.Role;

@ExtendWith(ServerExtension.class)
class WritingTest {

    private final TestServer server;
    private final Api api;
    private String company = "";

    WritingTest(TestServer server) {
        this.server = server;
        this.api = server.api();
    }

    @BeforeEach
    void findCompany() {
        company = new Ops(api).company("Kestrel Foods");
    }

    @Test
    void aRecordIsMadeChangedAndDeleted() throws Exception {
        Api lead = server.signedIn("Lee", Role.LEAD);
        Api.Reply made = send(lead, "POST", "/v1/tickets", ticket(), "Content-Type", "application/json")
                .expect(201);
        String place = made.header("Location").orElseThrow();
        assertEquals(made.json(), lead.get(place).expect(200).json());
        Api.Reply changed = send(
                        lead,
                        "PATCH",
                        place,
                        "{\"priority\":\"p1\",\"source\":null}",
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        made.header("ETag").orElseThrow())
                .expect(200);
        assertEquals("p1", changed.json().at("/data/priority").textValue());
        assertTrue(changed.json().at("/data/subject").isTextual());
        send(lead, "DELETE", place, "", "If-Match", changed.header("ETag").orElseThrow())
                .expect(204);
        lead.get(place).expect(404, "not_found");
    }

    @Test
    void whoDidNotSeeTheLastVersionIsToldSo() {
        Api.Reply made = send(api, "POST", "/v1/tickets", ticket(), "Content-Type", "application/json");
        String place = made.header("Location").orElseThrow();
        String first = made.header("ETag").orElseThrow();
        String[] headers = {"Content-Type", "application/json", "If-Match", first};
        Api.Reply now =
                send(api, "PATCH", place, "{\"priority\":\"p1\"}", headers).expect(200);
        Api.Reply late =
                send(api, "PATCH", place, "{\"priority\":\"p2\"}", headers).expect(412, "precondition_failed");
        assertEquals(now.header("ETag"), late.header("ETag"));
        send(api, "PATCH", place, "{}", "Content-Type", "application/json").expect(428, "precondition_required");
        send(api, "PATCH", place, "{}", "Content-Type", "application/json", "If-Match", "x")
                .expect(400);
    }

    @Test
    void theSameKeyMakesOneRecord() {
        String[] headers = {"Content-Type", "application/json", "Idempotency-Key", Ops.newId()};
        Api.Reply first = send(api, "POST", "/v1/tickets", ticket(), headers).expect(201);
        Api.Reply second = send(api, "POST", "/v1/tickets", ticket(), headers).expect(201);
        assertEquals(first.json().get("id"), second.json().get("id"));
        Api.Reply other = send(server.colleague(), "POST", "/v1/tickets", ticket(), headers)
                .expect(201);
        assertTrue(!other.json().get("id").equals(first.json().get("id")));
    }

    @Test
    void presenceTellsTheOthers() {
        String ticket = send(api, "POST", "/v1/tickets", ticket(), "Content-Type", "application/json")
                .json()
                .get("id")
                .textValue();
        assertEquals(0, present(api, ticket, "editing"));
        assertEquals(1, present(server.colleague(), ticket, "viewing"));
        assertEquals(
                "viewing",
                api.get("/v1/presence?record=" + ticket)
                        .expect(200)
                        .json()
                        .at("/others/0/activity")
                        .textValue());
        assertEquals(0, present(server.colleague(), ticket, "gone") - 1);
        assertEquals(
                0, api.get("/v1/presence?record=" + ticket).json().get("others").size());
    }

    private int present(Api who, String record, String activity) {
        return who.post("/v1/presence", "{\"record\":\"" + record + "\",\"activity\":\"" + activity + "\"}")
                .expect(200)
                .json()
                .get("others")
                .size();
    }

    private String ticket() {
        var body = Json.object();
        body.putObject("data")
                .put("subject", "Made by a script")
                .put("companyId", company)
                .put("type", "incident");
        return body.toString();
    }

    private static Api.Reply send(Api api, String method, String path, String body, String... headers) {
        return api.send(api.request(path, headers)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
