package org.waystation.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waystation.server.Api;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;

/** Whatever is sent, the answer is a problem that helps, and never a stack trace. */
@ExtendWith(ServerExtension.class)
class BadRequestsTest {

    @Test
    void anUnknownPathIsNotFound(TestServer server) {
        server.api().get("/v1/nothing").expect(404, "not_found");
        server.api().get("/v1/tickets/x/y/z").expect(404, "not_found");
        server.api().get("/v1/tickets/0191d5a0-4c00-7a01-8a4f-7d5b1c2e3f40").expect(404, "not_found");
    }

    @ParameterizedTest
    @CsvSource({"POST,/v1/changes,GET", "DELETE,/v1/session,GET", "GET,/v1/operations,POST", "PUT,/health,GET"})
    void aMethodThatDoesNotWorkSaysWhichDo(String method, String path, String allowed, TestServer server) {
        Api.Reply reply = server.api()
                .send(server.api()
                        .request(path)
                        .method(method, BodyPublishers.noBody())
                        .build())
                .expect(405, "method_not_allowed");
        assertEquals(Optional.of(allowed), reply.header("Allow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=iso-8859-1", ""})
    void onlyJsonIsTaken(String type, TestServer server) {
        var request = server.api().request("/v1/operations");
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        server.api()
                .send(request.POST(BodyPublishers.ofString("{\"operations\":[]}"))
                        .build())
                .expect(415, "unsupported_media_type");
    }

    @Test
    void aCompressedBodyIsNotTaken(TestServer server) {
        var request = server.api()
                .request("/v1/operations", "Content-Type", "application/json", "Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .build();
        server.api().send(request).expect(415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{\"operations\":[]} x",
                "{\"operations\":[],\"operations\":[]}",
                "{'operations':[]}"
            })
    void whatIsNotJsonIsRefused(String body, TestServer server) {
        server.api().post("/v1/operations", body).expect(400, "malformed_json");
    }

    @Test
    void jsonThatIsNestedTooDeeplyIsRefused(TestServer server) {
        server.api()
                .post("/v1/operations", "{\"operations\":" + "[".repeat(100_000))
                .expect(400, "malformed_json");
    }

    @Test
    void whatIsNotUtf8IsRefused(TestServer server) {
        byte[] body = "{\"operations\":[], \"x\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        var request = server.api()
                .request("/v1/operations", "Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        server.api().send(request).expect(400, "malformed_json");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedByItsLength(TestServer server) {
        server.api().post("/v1/operations", " ".repeat(JsonBody.MAX_BYTES + 1)).expect(413, "payload_too_large");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithoutALengthToo(TestServer server) {
        byte[] body = " ".repeat(JsonBody.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);
        var request = server.api()
                .request("/v1/operations", "Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        server.api().send(request).expect(413, "payload_too_large");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/changes,cursor",
        "/v1/changes?cursor=,cursor",
        "/v1/changes?cursor=abc,cursor",
        "/v1/changes?cursor=%ff,query",
        "/v1/events?cursor=abc,cursor",
        "/v1/snapshot?kinds=ticket%2Cspoon,kinds",
        "/v1/tickets?limit=0,limit",
        "/v1/tickets?limit=1001,limit",
        "/v1/tickets?limit=ten,limit",
        "/v1/tickets?after=x,after",
        "/v1/tickets?companyId=x,companyId",
        "/v1/tickets?status=open,status",
        "/v1/tickets?status=,status",
        "/v1/tickets?number=1%2C2,number",
        "/v1/tickets?number=-1,number",
        "/v1/tickets?assignee=me,assignee",
        "/v1/tickets?limit=1&limit=2,limit",
        "/v1/tickets/1,id",
        "/v1/tickets/1/notes,id",
    })
    void aWrongParameterIsNamed(String path, String parameter, TestServer server) {
        Api.Reply reply = server.api().get(path).expect(400, "validation_failed");
        assertEquals(parameter, reply.json().at("/errors/0/field").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET /v1/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%2e%2e/v1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n"
            })
    void whatIsNotHttpIsRefusedWithoutAStackTrace(String text, TestServer server) throws IOException {
        String answer = raw(server, text);
        assertTrue(answer.matches("(?s)HTTP/1.1 [45]0[0-9].*"), answer);
        assertFalse(answer.contains("Exception") || answer.contains("at org."), answer);
        assertFalse(answer.contains("Jetty"), answer);
    }

    private static String raw(TestServer server, String text) throws IOException {
        URI url = server.server().url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
