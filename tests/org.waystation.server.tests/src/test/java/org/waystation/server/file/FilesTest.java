package org.waystation.server.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waystation.server.Api;
import org.waystation.server.Ops;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.record.Hashes;

@ExtendWith(ServerExtension.class)
class FilesTest {

    private final TestServer server;
    private final Api api;
    private final Ops ops;
    private String ticket = "";

    FilesTest(TestServer server) {
        this.server = server;
        this.api = server.api();
        this.ops = new Ops(api);
    }

    @BeforeEach
    void makeTicket() {
        ticket = ops.applied(Ops.ticket(ops.company("Kestrel Foods"))).get("id").textValue();
    }

    @Test
    void anUploadGoesOnWhereItStoppedAndComesBackWhole() throws Exception {
        byte[] content = random(1_300_000);
        String place = begin(content, Hashes.sha256(content));
        append(place, 0, Arrays.copyOf(content, 700_000)).expect(204);
        assertEquals(
                "700000",
                api.get(place, "Tus-Resumable", "1.0.0").header("Upload-Offset").orElseThrow());
        append(place, 5, new byte[3]).expect(409, "upload_conflict");
        append(place, 700_000, Arrays.copyOfRange(content, 700_000, content.length))
                .expect(204);
        JsonNode attachment = attach("trace.bin", Hashes.sha256(content));
        assertEquals(content.length, attachment.at("/data/size").intValue());
        String url = "/v1/attachments/" + attachment.get("id").textValue() + "/content";
        assertEquals(Hashes.sha256(content), Hashes.sha256(bytes(url)));
        byte[] part = bytes(url, "Range", "bytes=600000-600009");
        assertEquals(Arrays.toString(Arrays.copyOfRange(content, 600_000, 600_010)), Arrays.toString(part));
        api.get(url, "Range", "bytes=9999999-").expect(416, "range_not_satisfiable");
    }

    @Test
    void anotherContentThanItsHashSaysIsRefused() {
        byte[] content = random(1_000);
        String place = begin(content, "0".repeat(64));
        append(place, 0, content).expect(460, "checksum_mismatch");
    }

    @Test
    void aPieceThatIsNotWhatItsChecksumSaysLeavesNothing() throws Exception {
        byte[] content = random(1_300_000);
        String place = begin(content, Hashes.sha256(content));
        byte[] first = Arrays.copyOf(content, 700_000);
        byte[] garbled = first.clone();
        garbled[699_999] ^= 1;
        append(place, 0, garbled, "sha256 " + digest("SHA-256", first)).expect(460, "checksum_mismatch");
        assertEquals(
                "0",
                api.get(place, "Tus-Resumable", "1.0.0").header("Upload-Offset").orElseThrow());
        append(place, 0, first, "sha256 " + digest("SHA-256", first)).expect(204);
        byte[] rest = Arrays.copyOfRange(content, 700_000, content.length);
        append(place, 700_000, rest, "md5 " + digest("SHA-256", rest)).expect(400, "validation_failed");
        append(place, 700_000, random(600_001), "sha1 " + digest("SHA-1", random(600_001)))
                .expect(413, "payload_too_large");
        append(place, 700_000, rest, "sha1 " + digest("SHA-1", rest)).expect(204);
        attach("checked.bin", Hashes.sha256(content));
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.getFileName().toString().startsWith("waystation-piece"))
                            .toList());
        }
    }

    private static String digest(String algorithm, byte[] content) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance(algorithm).digest(content));
    }

    @Test
    void moreThanWasAnnouncedIsRefused() {
        String place = begin(new byte[10], Hashes.sha256(new byte[10]));
        append(place, 0, new byte[11]).expect(413, "payload_too_large");
        api.send(api.request(
                                "/v1/uploads",
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Length",
                                Long.toString(Uploads.MAX_BYTES + 1))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .expect(413, "payload_too_large");
    }

    @Test
    void whoOnlyKnowsAHashGetsNothingByIt() {
        byte[] content = random(2_000);
        append(begin(content, ""), 0, content).expect(204);
        JsonNode result = new Ops(server.colleague()).one(attachment("mine.bin", Hashes.sha256(content)));
        assertEquals("blob_missing", result.at("/problem/code").textValue());
    }

    @Test
    void theSameContentIsKeptOnce() throws Exception {
        byte[] content = random(3_000);
        append(begin(content, ""), 0, content).expect(204);
        append(begin(content, ""), 0, content).expect(204);
        assertEquals(
                "1",
                server.sql("select count(*) from upload_piece p join upload u on u.id = p.upload_id where u.sha256 = '"
                                + Hashes.sha256(content) + "'")
                        .getFirst());
    }

    @Test
    void aTypeIsWhatTheContentIs() {
        byte[] program = "MZ this is no picture".getBytes(StandardCharsets.US_ASCII);
        append(begin(program, ""), 0, program).expect(204);
        JsonNode attachment = attach("holiday.png", Hashes.sha256(program));
        assertEquals(
                "application/vnd.microsoft.portable-executable",
                attachment.at("/data/mediaType").textValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a/b",
                "a\\b",
                "C:evil",
                "..",
                " x",
                "x.",
                "line\nbreak",
                "gpj\u202Eexe",
                "zero\u200Bwidth"
            })
    void aHostileNameIsRefused(String name) {
        byte[] content = "x".getBytes(StandardCharsets.US_ASCII);
        append(begin(content, ""), 0, content).expect(204);
        JsonNode result = ops.one(attachment(name, Hashes.sha256(content)));
        assertEquals("name", result.at("/problem/errors/0/field").textValue(), result::toString);
    }

    @Test
    void theSampleFilesAreThere() throws Exception {
        JsonNode first = api.get("/v1/attachments?limit=1").json().at("/items/0");
        byte[] content = bytes("/v1/attachments/" + first.get("id").textValue() + "/content");
        assertEquals(first.at("/data/sha256").textValue(), Hashes.sha256(content));
        assertTrue(content.length > 0);
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private String begin(byte[] content, String sha256) {
        String metadata = "sha256 " + Base64.getEncoder().encodeToString(sha256.getBytes(StandardCharsets.US_ASCII));
        HttpRequest.Builder request =
                api.request("/v1/uploads", "Tus-Resumable", "1.0.0", "Upload-Length", Integer.toString(content.length));
        if (!sha256.isEmpty()) {
            request.header("Upload-Metadata", metadata);
        }
        return api.send(request.POST(HttpRequest.BodyPublishers.noBody()).build())
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    private Api.Reply append(String place, int offset, byte[] content, String... checksum) {
        HttpRequest.Builder request = api.request(
                place,
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                Integer.toString(offset),
                "Content-Type",
                "application/offset+octet-stream");
        for (String one : checksum) {
            request.header("Upload-Checksum", one);
        }
        return api.send(request.method("PATCH", HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    }

    private Ops.Op attachment(String name, String sha256) {
        return Ops.create("attachment")
                .set("ownerKind", "ticket")
                .set("ownerId", ticket)
                .set("name", name)
                .set("sha256", sha256);
    }

    private JsonNode attach(String name, String sha256) {
        return ops.applied(attachment(name, sha256));
    }

    private byte[] bytes(String url, String... headers) throws Exception {
        var http = java.net.http.HttpClient.newHttpClient();
        return http.send(api.request(url, headers).build(), java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
