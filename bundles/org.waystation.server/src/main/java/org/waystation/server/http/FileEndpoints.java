package org.waystation.server.http;

import com.fasterxml.uuid.Generators;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.waystation.api.record.EntityKind;
import org.waystation.server.database.Database;
import org.waystation.server.file.Blobs;
import org.waystation.server.file.CheckedPiece;
import org.waystation.server.file.Uploads;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.RecordTable;
import org.waystation.server.record.StoredRecord;

/** Files: uploads by tus 1.0.0 (creation, expiration, termination, checksum), and downloads with ranges (RFC 9110, section 14). */
final class FileEndpoints {

    private static final String TUS = "1.0.0";
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Database database;
    private final Uploads uploads;
    private final Blobs blobs;
    private final RecordTable records = new RecordTable();

    FileEndpoints(Database database) {
        this.database = database;
        this.uploads = new Uploads(database);
        this.blobs = new Blobs(database);
    }

    List<Route> routes() {
        return List.of(
                new Route("OPTIONS", "/v1/uploads", false, this::options),
                new Route("POST", "/v1/uploads", false, this::begin),
                new Route("GET", "/v1/uploads/{id}", false, this::where),
                new Route("PATCH", "/v1/uploads/{id}", false, this::append),
                new Route("DELETE", "/v1/uploads/{id}", false, this::abandon),
                new Route("GET", "/v1/attachments/{id}/content", false, this::download));
    }

    private void options(Exchange exchange) {
        tus(exchange);
        exchange.response().getHeaders().put("Tus-Version", TUS);
        exchange.response().getHeaders().put("Tus-Extension", "creation,expiration,termination,checksum");
        exchange.response().getHeaders().put("Tus-Checksum-Algorithm", CheckedPiece.ALGORITHMS);
        exchange.response().getHeaders().put("Tus-Max-Size", Uploads.MAX_BYTES);
        done(exchange, 204);
    }

    private void begin(Exchange exchange) throws SQLException {
        requireTus(exchange);
        long length = number(exchange, "Upload-Length");
        if (length > Uploads.MAX_BYTES) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "At most " + Uploads.MAX_BYTES + " bytes.");
        }
        UUID id = Generators.timeBasedEpochGenerator().generate();
        Uploads.Upload upload = uploads.begin(id, exchange.signedIn().id(), length, announced(exchange));
        exchange.response().getHeaders().put(HttpHeader.LOCATION, "/v1/uploads/" + id);
        exchange.response().getHeaders().put("Upload-Expires", HTTP_DATE.format(upload.expiresAt()));
        done(exchange, 201);
    }

    /** The metadata {@code sha256}; everything else that a client tells about the file stands in the attachment. */
    private static String announced(Exchange exchange) {
        String metadata = Optional.ofNullable(exchange.request().getHeaders().get("Upload-Metadata"))
                .orElse("");
        for (String pair : metadata.split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            if (parts[0].equals("sha256") && parts.length == 2) {
                String sha256 = new String(decode("Upload-Metadata", parts[1]), StandardCharsets.US_ASCII);
                if (!SHA256.matcher(sha256).matches()) {
                    throw ProblemException.ofField("Upload-Metadata", "malformed", "must hold sha256 as 64 digits");
                }
                return sha256;
            }
        }
        return "";
    }

    private void where(Exchange exchange) throws SQLException {
        requireTus(exchange);
        Uploads.Upload upload = upload(exchange);
        exchange.response().getHeaders().put("Upload-Offset", upload.offset());
        exchange.response().getHeaders().put("Upload-Length", upload.length());
        exchange.response().getHeaders().put("Upload-Expires", HTTP_DATE.format(upload.expiresAt()));
        exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        done(exchange, 204);
    }

    private void append(Exchange exchange) throws SQLException, IOException {
        requireTus(exchange);
        if (!exchange.header(HttpHeader.CONTENT_TYPE).orElse("").equals("application/offset+octet-stream")) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/offset+octet-stream.");
        }
        Uploads.Upload upload = upload(exchange);
        long from = number(exchange, "Upload-Offset");
        if (from != upload.offset()) {
            throw new ProblemException(ProblemCode.UPLOAD_CONFLICT, "It stands at " + upload.offset() + ".");
        }
        long offset = append(exchange, upload);
        exchange.response().getHeaders().put("Upload-Offset", offset);
        exchange.response().getHeaders().put("Upload-Expires", HTTP_DATE.format(upload.expiresAt()));
        done(exchange, 204);
    }

    private long append(Exchange exchange, Uploads.Upload upload) throws SQLException, IOException {
        InputStream in = Content.Source.asInputStream(exchange.request());
        Optional<String> checksum =
                Optional.ofNullable(exchange.request().getHeaders().get("Upload-Checksum"));
        if (checksum.isEmpty()) {
            return uploads.append(upload.id(), upload.userId(), upload.offset(), in);
        }
        try (CheckedPiece piece = CheckedPiece.take(checksum.get(), in, upload.length() - upload.offset());
                InputStream checked = piece.open()) {
            return uploads.append(upload.id(), upload.userId(), upload.offset(), checked);
        }
    }

    private void abandon(Exchange exchange) throws SQLException {
        requireTus(exchange);
        uploads.abandon(upload(exchange).id(), exchange.signedIn().id());
        done(exchange, 204);
    }

    private Uploads.Upload upload(Exchange exchange) throws SQLException {
        new Parameters(exchange.request(), Set.of());
        UUID id = Parameters.id("id", exchange.pathValues().get("id"));
        return uploads.find(id, exchange.signedIn().id())
                .orElseThrow(() -> new ProblemException(ProblemCode.UPLOAD_GONE, "Begin again."));
    }

    private static void requireTus(Exchange exchange) {
        tus(exchange);
        String version = Optional.ofNullable(exchange.request().getHeaders().get("Tus-Resumable"))
                .orElse("");
        if (!version.equals(TUS)) {
            exchange.response().getHeaders().put("Tus-Version", TUS);
            throw new ProblemException(ProblemCode.PRECONDITION_FAILED, "Send Tus-Resumable: " + TUS + ".");
        }
    }

    private static void tus(Exchange exchange) {
        exchange.response().getHeaders().put("Tus-Resumable", TUS);
    }

    private static long number(Exchange exchange, String header) {
        String text =
                Optional.ofNullable(exchange.request().getHeaders().get(header)).orElse("");
        if (!text.matches("[0-9]{1,18}")) {
            throw ProblemException.ofField(header, "malformed", "must be a whole number");
        }
        return Long.parseLong(text);
    }

    private static byte[] decode(String header, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField(header, "malformed", "must hold base64");
        }
    }

    private static void done(Exchange exchange, int status) {
        exchange.response().setStatus(status);
        exchange.callback().succeeded();
    }

    private void download(Exchange exchange) throws SQLException, IOException {
        new Parameters(exchange.request(), Set.of());
        StoredRecord attachment =
                attachment(exchange, Parameters.id("id", exchange.pathValues().get("id")));
        Blobs.Blob blob = blobs.find(attachment.data().path("sha256").asText())
                .orElseThrow(() -> new ProblemException(ProblemCode.BLOB_MISSING, "Its content never arrived."));
        String tag = "\"" + blob.sha256() + "\"";
        exchange.response().getHeaders().put(HttpHeader.ETAG, tag);
        exchange.response().getHeaders().put(HttpHeader.ACCEPT_RANGES, "bytes");
        exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "private, no-cache");
        if (exchange.header(HttpHeader.IF_NONE_MATCH).filter(tag::equals).isPresent()) {
            done(exchange, 304);
            return;
        }
        long from = 0;
        long length = blob.size();
        boolean wanted = exchange.header(HttpHeader.IF_RANGE).map(tag::equals).orElse(true);
        Matcher range = RANGE.matcher(exchange.header(HttpHeader.RANGE).orElse(""));
        if (wanted && range.matches() && !range.group().equals("bytes=-")) {
            long last = blob.size() - 1;
            if (range.group(1).isEmpty()) {
                from = Math.max(0, blob.size() - Long.parseLong(range.group(2)));
            } else {
                from = Long.parseLong(range.group(1));
                last = range.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(range.group(2)));
            }
            if (from > last) {
                exchange.response().getHeaders().put(HttpHeader.CONTENT_RANGE, "bytes */" + blob.size());
                throw new ProblemException(ProblemCode.RANGE_NOT_SATISFIABLE, "It has " + blob.size() + " bytes.");
            }
            length = last - from + 1;
            exchange.response().setStatus(206);
            exchange.response()
                    .getHeaders()
                    .put(HttpHeader.CONTENT_RANGE, "bytes " + from + "-" + last + "/" + blob.size());
        }
        send(exchange, attachment, blob, from, length);
    }

    /** Never shown by a browser as a page of this server: foreign content. */
    private void send(Exchange exchange, StoredRecord attachment, Blobs.Blob blob, long from, long length)
            throws SQLException, IOException {
        String name = URLEncoder.encode(attachment.data().path("name").asText(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
        exchange.response().getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
        exchange.response().getHeaders().put("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        exchange.response().getHeaders().put("X-Content-Type-Options", "nosniff");
        exchange.response().getHeaders().put("Content-Security-Policy", "sandbox; default-src 'none'");
        OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(exchange.response()));
        blobs.write(blob, from, length, out);
        out.close();
        exchange.callback().succeeded();
    }

    private StoredRecord attachment(Exchange exchange, UUID id) throws SQLException {
        try (Connection connection = database.connectAs(exchange.signedIn().scope())) {
            return records.find(connection, id)
                    .filter(record -> record.kind().equals(EntityKind.ATTACHMENT) && !record.deleted())
                    .orElseThrow(
                            () -> new ProblemException(ProblemCode.NOT_FOUND, "There is no attachment with this id."));
        }
    }
}
