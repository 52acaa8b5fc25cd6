package org.waystation.server.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;

/**
 * A piece of an upload that came with its checksum (tus 1.0.0, checksum). Nothing of it may be kept before all of it is
 * known to be right, and it may be large: it waits in a file, not in memory.
 */
public final class CheckedPiece implements AutoCloseable {

    /** As tus names them, in the order of the header Tus-Checksum-Algorithm; it demands SHA-1. */
    public static final String ALGORITHMS = "sha1,sha256";

    private static final Map<String, String> DIGESTS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");
    private static final Pattern HEADER = Pattern.compile("([a-z0-9]{1,20}) ([A-Za-z0-9+/]{1,200}={0,2})");
    private static final int BUFFER = 64 * 1024;

    private final Path file;

    private CheckedPiece(Path file) {
        this.file = file;
    }

    /**
     * Takes a piece in.
     *
     * @param checksum the header Upload-Checksum
     * @param most bytes that are still missing of the upload
     * @throws ProblemException if it is another content than the checksum says, or more than that
     */
    public static CheckedPiece take(String checksum, InputStream in, long most) throws IOException {
        Matcher header = HEADER.matcher(checksum);
        if (!header.matches() || !DIGESTS.containsKey(header.group(1))) {
            throw ProblemException.ofField(
                    "Upload-Checksum", "malformed", "must be one of " + ALGORITHMS + ", a blank, and base64");
        }
        MessageDigest digest = digest(DIGESTS.get(header.group(1)));
        CheckedPiece piece = new CheckedPiece(Files.createTempFile("waystation-piece", null));
        try {
            piece.fill(new DigestInputStream(in, digest), most);
            if (!Base64.getEncoder().encodeToString(digest.digest()).equals(header.group(2))) {
                throw new ProblemException(
                        ProblemCode.CHECKSUM_MISMATCH, "Nothing of the piece was kept; send it again.");
            }
            return piece;
        } catch (IOException | RuntimeException e) {
            piece.close();
            throw e;
        }
    }

    private void fill(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = most;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "More came than Upload-Length said.");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** What came. */
    public InputStream open() throws IOException {
        return Files.newInputStream(file, StandardOpenOption.READ);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + name, e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
