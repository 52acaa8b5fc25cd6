package org.waystation.backend.msp.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpPatch;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.ContentTransfer;

/**
 * Contents of attached files: uploads by tus 1.0.0 (https://tus.io/protocols/resumable-upload), downloads by ranges (RFC
 * 9110, section 14). Written on the house's HTTP client, since the tus library brings one of its own that knows neither
 * our trust in certificates nor our proxy, and does not end when its thread is interrupted.
 */
final class MspContents implements ContentTransfer {

    /** Less than what proxies between us commonly let through in one request. */
    private static final long PIECE = 8L * 1024 * 1024;

    /** A piece that is garbled on its way, or an upload that somebody else moves, more often than this is no accident. */
    private static final int CONFLICTS = 3;

    private static final String TUS_VERSION = "1.0.0";
    private static final ContentType OFFSET_STREAM = ContentType.create("application/offset+octet-stream");
    private static final Pattern LOCATION = Pattern.compile(".*/v1/uploads/([0-9a-fA-F-]{36})");
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/.*");
    private static final int CHECKSUM_MISMATCH = 460;
    private static final int BUFFER = 64 * 1024;

    private final ClientSource clients;
    private final Duration patience;

    /** Gives the client for the way in as it now stands. */
    @FunctionalInterface
    interface ClientSource {
        MspClient get() throws BackendException;
    }

    MspContents(ClientSource clients, Timing timing) {
        this.clients = clients;
        this.patience = timing.answer();
    }

    @Override
    public void upload(Outgoing content) throws BackendException, IOException {
        Optional<UUID> known = content.location().flatMap(MspContents::uploadId);
        OptionalLong stands = known.isPresent() ? whereItStands(known.get()) : OptionalLong.empty();
        UUID id;
        long offset;
        if (known.isPresent() && stands.isPresent()) {
            id = known.get();
            offset = stands.getAsLong();
        } else {
            id = begin(content);
            offset = 0;
            content.located(Optional.of("/v1/uploads/" + id));
        }
        int conflicts = 0;
        while (offset < content.size()) {
            content.sent(offset);
            OptionalLong next = append(id, content, offset);
            if (next.isEmpty()) {
                conflicts++;
                next = conflicts > CONFLICTS ? OptionalLong.empty() : whereItStands(id);
            }
            if (next.isEmpty()) {
                content.located(Optional.empty());
                throw new BackendException(
                        Cause.MALFORMED,
                        "The file does not arrive as it is sent, or the server has given it up; it begins again.");
            }
            offset = next.getAsLong();
        }
        content.sent(offset);
    }

    private UUID begin(Outgoing content) throws BackendException {
        HttpPost request = new HttpPost(clients.get().uri("v1/uploads", Map.of()));
        request.setHeader("Upload-Length", content.size());
        request.setHeader(
                "Upload-Metadata",
                "sha256 " + Base64.getEncoder().encodeToString(content.sha256().getBytes(StandardCharsets.US_ASCII)));
        return tus(
                request,
                Set.of(201),
                (response, body) -> uploadId(header(response, HttpHeaders.LOCATION))
                        .orElseThrow(() -> new MalformedAnswerException("It does not say where to send the file.")));
    }

    /** How many bytes the server has; empty where it knows the upload no more. */
    private OptionalLong whereItStands(UUID id) throws BackendException {
        HttpHead request = new HttpHead(clients.get().uri("v1/uploads/" + id, Map.of()));
        return tus(request, Set.of(200, 204, 404, 410), (response, body) -> {
            boolean gone = response.getCode() == 404 || response.getCode() == 410;
            return gone ? OptionalLong.empty() : OptionalLong.of(offset(response));
        });
    }

    /** Sends one piece; gives where the upload stands after it, empty where it stood elsewhere, is gone, or the piece came garbled. */
    private OptionalLong append(UUID id, Outgoing content, long offset) throws BackendException, IOException {
        long length = Math.min(PIECE, content.size() - offset);
        try (InputStream piece = new ReadHere(content.open(offset), length, offset, content::sent)) {
            HttpPatch request = new HttpPatch(clients.get().uri("v1/uploads/" + id, Map.of()));
            request.setHeader("Upload-Offset", offset);
            request.setHeader("Upload-Checksum", "sha256 " + digest(content, offset, length));
            request.setEntity(new InputStreamEntity(piece, length, OFFSET_STREAM));
            return tus(
                    request,
                    Set.of(204, 404, 409, 410, CHECKSUM_MISMATCH),
                    (response, body) ->
                            response.getCode() == 204 ? OptionalLong.of(offset(response)) : OptionalLong.empty());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Of one piece, in base64. It is read twice, so that no piece has to be held in memory. */
    private static String digest(Outgoing content, long offset, long length) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream piece = content.open(offset)) {
            long left = length;
            while (left > 0) {
                int read = piece.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("The file that is kept here has become shorter.");
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private <T> T tus(HttpUriRequestBase request, Set<Integer> fine, MspClient.AnswerReader<T> reader)
            throws BackendException {
        request.setHeader("Tus-Resumable", TUS_VERSION);
        return clients.get().call(request, fine, patience, reader);
    }

    @Override
    public void download(UUID attachmentId, long from, Sink sink) throws BackendException, IOException {
        HttpGet request = new HttpGet(clients.get().uri("v1/attachments/" + attachmentId + "/content", Map.of()));
        if (from > 0) {
            request.setHeader(HttpHeaders.RANGE, "bytes=" + from + "-");
        }
        try {
            clients.get().call(request, Set.of(200, 206), patience, (response, body) -> {
                long first = response.getCode() == 206 ? firstByte(response) : 0;
                if (first > from) {
                    throw new MalformedAnswerException("It leaves out a part of the file.");
                }
                body.skipNBytes(from - first);
                byte[] buffer = new byte[BUFFER];
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    keep(sink, buffer, read);
                }
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A full disk here is no fault of the connection. */
    private static void keep(Sink sink, byte[] buffer, int read) {
        try {
            sink.write(buffer, 0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long offset(HttpResponse response) throws MalformedAnswerException {
        String text = header(response, "Upload-Offset");
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw new MalformedAnswerException("It does not say where the upload stands.");
        }
        return Long.parseLong(text);
    }

    private static long firstByte(HttpResponse response) throws MalformedAnswerException {
        String text = header(response, HttpHeaders.CONTENT_RANGE);
        Matcher range = CONTENT_RANGE.matcher(text == null ? "" : text);
        if (!range.matches()) {
            throw new MalformedAnswerException("It does not say which part of the file it is.");
        }
        return Long.parseLong(range.group(1));
    }

    /** Only the id is taken over: the file goes to the server that we are signed in to, wherever the answer points. */
    private static Optional<UUID> uploadId(@Nullable String location) {
        Matcher matcher = LOCATION.matcher(location == null ? "" : location);
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }

    private static @Nullable String header(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
