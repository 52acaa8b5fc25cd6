package org.waystation.vault.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;

/**
 * The wrapped key on disk, in two generations: a loss of power while one is written leaves the other. Lines of
 * {@code name=value}, the last of which is a checksum, so that damage is told from a wrong secret.
 */
final class KeyFile {

    private static final String FORMAT = "1";
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder();
    private static final Base64.Decoder FROM_TEXT = Base64.getDecoder();

    private final Path current;
    private final Path previous;

    KeyFile(Path folder) {
        this.current = folder.resolve("profile.key");
        this.previous = folder.resolve("profile.key.previous");
    }

    /** The newest generation that is whole; empty for a new profile. */
    Optional<WrappedKey> read() throws UnlockException {
        boolean damaged = false;
        for (Path file : new Path[] {current, previous}) {
            try {
                return Optional.of(parse(Files.readString(file, StandardCharsets.UTF_8)));
            } catch (NoSuchFileException e) {
                continue; // the other generation may be there
            } catch (IllegalArgumentException e) {
                damaged = true;
            } catch (IOException e) {
                throw new UnlockException(
                        Reason.UNREADABLE, "The key file " + file + " cannot be read: check your rights to it.", e);
            }
        }
        if (damaged) {
            throw new UnlockException(
                    Reason.DAMAGED,
                    "The key files in " + current.getParent()
                            + " are damaged, and without them the local data cannot be "
                            + "read. Restore profile.key from a backup, or move the folder away to begin anew.",
                    null);
        }
        return Optional.empty();
    }

    void write(WrappedKey key) throws UnlockException {
        try {
            Path fresh = current.resolveSibling("profile.key.new");
            writeDurably(fresh, format(key));
            if (Files.exists(current)) {
                Files.move(current, previous, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, current, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UnlockException(
                    Reason.UNREADABLE,
                    "The key file could not be written to " + current.getParent()
                            + ": free some space there or check your rights, then try again.",
                    e);
        }
    }

    private static void writeDurably(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        PrivateFiles.createFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static String format(WrappedKey key) {
        String body = "format=" + FORMAT + "\nkdf=argon2id\nmemoryKib=" + key.memoryKib() + "\npasses=" + key.passes()
                + "\nsalt=" + TO_TEXT.encodeToString(key.salt()) + "\ncipher=aes-256-gcm\nnonce="
                + TO_TEXT.encodeToString(key.nonce()) + "\nkey=" + TO_TEXT.encodeToString(key.sealed()) + "\n";
        return body + "sha256=" + checksum(body) + "\n";
    }

    private static WrappedKey parse(String text) {
        int last = text.lastIndexOf("sha256=");
        if (last < 0 || !text.substring(last).equals("sha256=" + checksum(text.substring(0, last)) + "\n")) {
            throw new IllegalArgumentException("The checksum does not fit.");
        }
        Map<String, String> values = new HashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        if (!FORMAT.equals(values.get("format"))) {
            throw new IllegalArgumentException("Format " + values.get("format") + " is not known.");
        }
        return new WrappedKey(
                Integer.parseInt(values.getOrDefault("memoryKib", "")),
                Integer.parseInt(values.getOrDefault("passes", "")),
                FROM_TEXT.decode(values.getOrDefault("salt", "")),
                FROM_TEXT.decode(values.getOrDefault("nonce", "")),
                FROM_TEXT.decode(values.getOrDefault("key", "")));
    }

    private static String checksum(String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
