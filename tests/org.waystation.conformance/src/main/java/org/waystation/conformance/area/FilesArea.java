package org.waystation.conformance.area;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.waystation.conformance.Api;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Op;
import org.waystation.conformance.Reply;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;

/** Uploads by tus 1.0.0, attachments, and downloads with ranges (RFC 9110). */
public final class FilesArea implements Area {

    private static final String[] TUS = {"Tus-Resumable", "1.0.0"};
    private static final byte[] PNG = {
        (byte) 0x89,
        'P',
        'N',
        'G',
        '\r',
        '\n',
        0x1a,
        '\n',
        0,
        0,
        0,
        13,
        'I',
        'H',
        'D',
        'R',
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        1,
        8,
        6
    };

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("files.options", "OPTIONS says what the server can do of tus.", this::options),
                new Requirement(
                        "files.version", "Without Tus-Resumable 1.0.0: 412, and the version is named.", this::version),
                new Requirement("files.begin", "An upload begins with Location and the time it expires.", this::begin),
                new Requirement("files.resume", "An upload goes on from where it stands.", this::resume),
                new Requirement("files.offset", "From elsewhere: 409, and nothing is added.", this::offset),
                new Requirement("files.media", "Another type than application/offset+octet-stream: 415.", this::media),
                new Requirement("files.checksum", "Another content than announced: 460.", this::checksum),
                new Requirement(
                        "files.piece-checksum",
                        "A piece that is not what its Upload-Checksum says: 460, and nothing of it is kept.",
                        this::pieceChecksum),
                new Requirement("files.too-much", "More than was announced, or than is allowed: 413.", this::tooMuch),
                new Requirement("files.abandon", "An upload that was given up is gone: 410.", this::abandon),
                new Requirement("files.foreign", "Another's upload cannot be reached.", this::foreign),
                new Requirement(
                        "files.attach", "Size and type of an attachment are the server's own finding.", this::attach),
                new Requirement(
                        "files.missing", "An attachment of what was never uploaded: blob_missing.", this::missing),
                new Requirement("files.name", "A file's name with a path in it is rejected.", this::name),
                new Requirement("files.same", "The same content again is one content.", this::same),
                new Requirement("files.download", "The content comes whole, as something to be saved.", this::download),
                new Requirement("files.range", "A part of it: 206 with Content-Range.", this::range),
                new Requirement("files.range-wrong", "A part that it has not: 416.", this::rangeWrong),
                new Requirement(
                        "files.not-modified", "If-None-Match: 304. If-Range of another: all.", this::notModified));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content(String text) {
        return (text + " " + Op.newId()).getBytes(StandardCharsets.UTF_8);
    }

    private static String[] with(String... headers) {
        String[] all = Arrays.copyOf(TUS, TUS.length + headers.length);
        System.arraycopy(headers, 0, all, TUS.length, headers.length);
        return all;
    }

    private static String location(Reply reply) {
        String location = reply.header("location").orElse("");
        int path = location.indexOf("/v1/");
        Unmet.unless(path >= 0, "Location must lead to the upload, not to '" + location + "'");
        return location.substring(path);
    }

    private static Reply begin(Api api, long length, String sha256) throws IOException {
        String digits = Base64.getEncoder().encodeToString(sha256.getBytes(StandardCharsets.US_ASCII));
        return api.send(
                        "POST",
                        "/v1/uploads",
                        new byte[0],
                        with("Upload-Length", Long.toString(length), "Upload-Metadata", "sha256 " + digits))
                .expect(201);
    }

    private static Reply piece(Api api, String upload, long offset, byte[] bytes) throws IOException {
        return api.send(
                "PATCH",
                upload,
                bytes,
                with("Upload-Offset", Long.toString(offset), "Content-Type", "application/offset+octet-stream"));
    }

    private static void upload(Api api, byte[] content) throws IOException {
        String upload = location(begin(api, content.length, sha256(content)));
        piece(api, upload, 0, content).expect(204);
    }

    private static long standsAt(Api api, String upload) throws IOException {
        Reply reply = api.send("HEAD", upload, new byte[0], TUS);
        Unmet.unless(reply.status() == 204 || reply.status() == 200, "HEAD of an upload answers " + reply.status());
        return Long.parseLong(reply.header("upload-offset").orElse("-1"));
    }

    private static JsonNode attached(Bench bench, byte[] content) throws IOException {
        upload(bench.api(), content);
        return bench.apply(attachment(bench, content));
    }

    private static Op attachment(Bench bench, byte[] content) throws IOException {
        return attachment(bench, content, "a file.txt");
    }

    private static Op attachment(Bench bench, byte[] content, String name) throws IOException {
        return Op.create("attachment")
                .set("ownerKind", "ticket")
                .set("ownerId", bench.newTicket("with a file").path("id").asString())
                .set("name", name)
                .set("sha256", sha256(content))
                .set("size", 1)
                .set("mediaType", "text/plain");
    }

    private void options(Bench bench) throws Exception {
        Reply reply = bench.api().send("OPTIONS", "/v1/uploads", new byte[0]).expect(204);
        Unmet.unless(reply.header("tus-version").orElse("").contains("1.0.0"), "Tus-Version must hold 1.0.0.");
        String extensions = reply.header("tus-extension").orElse("");
        for (String extension : List.of("creation", "expiration", "termination", "checksum")) {
            Unmet.unless(extensions.contains(extension), "Tus-Extension must hold " + extension);
        }
        Unmet.unless(Long.parseLong(reply.header("tus-max-size").orElse("0")) > 0, "Tus-Max-Size must be there.");
    }

    private void version(Bench bench) throws Exception {
        Reply reply = bench.api()
                .send("POST", "/v1/uploads", new byte[0], "Upload-Length", "1", "Tus-Resumable", "0.2.2")
                .expect(412);
        Unmet.unless(reply.header("tus-version").orElse("").contains("1.0.0"), "Tus-Version must hold 1.0.0.");
    }

    private void begin(Bench bench) throws Exception {
        byte[] content = content("begun");
        Reply reply = begin(bench.api(), content.length, sha256(content));
        Unmet.unlessEqual(0L, standsAt(bench.api(), location(reply)), "the offset");
        Unmet.unlessEqual("1.0.0", reply.header("tus-resumable").orElse(""), "Tus-Resumable");
        Instant expires = ZonedDateTime.parse(
                        reply.header("upload-expires").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        Unmet.unless(expires.isAfter(Instant.now()), "Upload-Expires lies in the past: " + expires);
    }

    private void resume(Bench bench) throws Exception {
        byte[] content = content("in two pieces");
        String upload = location(begin(bench.api(), content.length, sha256(content)));
        Reply first = piece(bench.api(), upload, 0, Arrays.copyOf(content, 10)).expect(204);
        Unmet.unlessEqual("10", first.header("upload-offset").orElse(""), "Upload-Offset after the first piece");
        Unmet.unlessEqual(10L, standsAt(bench.api(), upload), "where it stands");
        piece(bench.api(), upload, 10, Arrays.copyOfRange(content, 10, content.length))
                .expect(204);
        bench.apply(attachment(bench, content));
    }

    private void offset(Bench bench) throws Exception {
        byte[] content = content("from elsewhere");
        String upload = location(begin(bench.api(), content.length, sha256(content)));
        piece(bench.api(), upload, 5, content).expect(409, "upload_conflict");
        Unmet.unlessEqual(0L, standsAt(bench.api(), upload), "where it stands");
    }

    private void media(Bench bench) throws Exception {
        byte[] content = content("of another type");
        String upload = location(begin(bench.api(), content.length, sha256(content)));
        bench.api()
                .send("PATCH", upload, content, with("Upload-Offset", "0", "Content-Type", "text/plain"))
                .expect(415, "unsupported_media_type");
    }

    private void checksum(Bench bench) throws Exception {
        byte[] content = content("another");
        String upload = location(begin(bench.api(), content.length, sha256(content("announced"))));
        piece(bench.api(), upload, 0, content).expect(460, "checksum_mismatch");
        Bench.rejected(bench.one(attachment(bench, content)), "blob_missing");
    }

    private void pieceChecksum(Bench bench) throws Exception {
        byte[] content = content("a piece");
        String upload = location(begin(bench.api(), content.length, sha256(content)));
        byte[] garbled = content.clone();
        garbled[3] ^= 1;
        checked(bench.api(), upload, 0, garbled, "sha256 " + digest(content)).expect(460, "checksum_mismatch");
        Unmet.unlessEqual(0L, standsAt(bench.api(), upload), "where it stands after a wrong piece");
        checked(bench.api(), upload, 0, content, "crc7 AAAA").expect(400, "validation_failed");
        Reply known = bench.api().send("OPTIONS", "/v1/uploads", new byte[0]);
        String algorithms = known.header("tus-checksum-algorithm").orElse("");
        for (String algorithm : List.of("sha1", "sha256")) {
            Unmet.unless(algorithms.contains(algorithm), "Tus-Checksum-Algorithm must hold " + algorithm);
        }
        checked(bench.api(), upload, 0, content, "sha256 " + digest(content)).expect(204);
        bench.apply(attachment(bench, content));
    }

    private static Reply checked(Api api, String upload, long offset, byte[] bytes, String checksum)
            throws IOException {
        return api.send(
                "PATCH",
                upload,
                bytes,
                with(
                        "Upload-Offset",
                        Long.toString(offset),
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Checksum",
                        checksum));
    }

    private static String digest(byte[] content) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(content)));
    }

    private void tooMuch(Bench bench) throws Exception {
        byte[] content = content("more than that");
        String upload = location(begin(bench.api(), 3, sha256(content)));
        piece(bench.api(), upload, 0, content).expect(413, "payload_too_large");
        bench.api()
                .send("POST", "/v1/uploads", new byte[0], with("Upload-Length", "99999999999999"))
                .expect(413, "payload_too_large");
    }

    private void abandon(Bench bench) throws Exception {
        byte[] content = content("given up");
        String upload = location(begin(bench.api(), content.length, sha256(content)));
        bench.api().delete(upload, TUS).expect(204);
        piece(bench.api(), upload, 0, content).expect(410, "upload_gone");
    }

    private void foreign(Bench bench) throws Exception {
        Api other = bench.second();
        byte[] content = content("not yours");
        String upload = location(begin(bench.api(), content.length, sha256(content)));
        piece(other, upload, 0, content).expect(410, "upload_gone");
        other.delete(upload, TUS).expect(410);
        Unmet.unlessEqual(0L, standsAt(bench.api(), upload), "where it stands");
    }

    private void attach(Bench bench) throws Exception {
        byte[] content = Arrays.copyOf(PNG, PNG.length + 36);
        System.arraycopy(content(""), 0, content, PNG.length, 36);
        JsonNode record = attached(bench, content);
        Unmet.unlessEqual((long) content.length, record.at("/data/size").asLong(), "the size");
        Unmet.unlessEqual("image/png", record.at("/data/mediaType").asString(), "the type");
    }

    private void missing(Bench bench) throws Exception {
        Bench.rejected(bench.one(attachment(bench, content("never uploaded"))), "blob_missing");
    }

    private void name(Bench bench) throws Exception {
        byte[] content = content("with a bad name");
        upload(bench.api(), content);
        for (String name : List.of("../passwd", "a/b.txt", "c\\d.txt", "line\nbreak")) {
            Bench.rejected(bench.one(attachment(bench, content, name)), "validation_failed");
        }
    }

    private void same(Bench bench) throws Exception {
        byte[] content = content("twice");
        String first = path(attached(bench, content));
        String second = path(attached(bench, content));
        Unmet.unlessEqual(
                bench.api().get(first).expect(200).header("etag"),
                bench.api().get(second).expect(200).header("etag"),
                "the ETag of the second one");
    }

    private static String path(JsonNode attachment) {
        return "/v1/attachments/" + attachment.path("id").asString() + "/content";
    }

    private void download(Bench bench) throws Exception {
        byte[] content = content("<script>alert(1)</script>");
        Reply reply = bench.api().get(path(attached(bench, content))).expect(200);
        Unmet.unless(Arrays.equals(content, reply.body()), "The content is another.");
        Unmet.unless(
                reply.header("content-disposition").orElse("").startsWith("attachment"),
                "Content-Disposition must say attachment.");
        Unmet.unlessEqual("nosniff", reply.header("x-content-type-options").orElse(""), "X-Content-Type-Options");
        Unmet.unlessEqual("bytes", reply.header("accept-ranges").orElse(""), "Accept-Ranges");
    }

    private void range(Bench bench) throws Exception {
        byte[] content = content("0123456789");
        String path = path(attached(bench, content));
        Reply middle = bench.api().get(path, "Range", "bytes=2-4").expect(206);
        Unmet.unlessEqual("234", middle.text(), "bytes 2 to 4");
        Unmet.unlessEqual(
                "bytes 2-4/" + content.length, middle.header("content-range").orElse(""), "Content-Range");
        Reply end = bench.api().get(path, "Range", "bytes=-3").expect(206);
        Unmet.unless(
                Arrays.equals(Arrays.copyOfRange(content, content.length - 3, content.length), end.body()),
                "The last three bytes are others.");
        Reply rest = bench.api().get(path, "Range", "bytes=5-").expect(206);
        Unmet.unlessEqual(content.length - 5, rest.body().length, "the bytes from the fifth on");
    }

    private void rangeWrong(Bench bench) throws Exception {
        byte[] content = content("short");
        Reply reply = bench.api()
                .get(path(attached(bench, content)), "Range", "bytes=9999-")
                .expect(416);
        Unmet.unlessEqual(
                "bytes */" + content.length, reply.header("content-range").orElse(""), "Content-Range");
    }

    private void notModified(Bench bench) throws Exception {
        String path = path(attached(bench, content("again")));
        String etag = bench.api().get(path).expect(200).header("etag").orElseThrow(() -> new Unmet("It has no ETag."));
        bench.api().get(path, "If-None-Match", etag).expect(304);
        bench.api().get(path, "Range", "bytes=0-1", "If-Range", "\"other\"").expect(200);
        bench.api().get(path, "Range", "bytes=0-1", "If-Range", etag).expect(206);
    }
}
