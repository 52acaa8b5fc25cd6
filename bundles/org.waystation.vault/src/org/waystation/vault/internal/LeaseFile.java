package org.waystation.vault.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The lease on disk: one line with an HMAC-SHA256 (RFC 2104) under a key made of the profile's own, so that nobody
 * lengthens it with an editor. One that is missing or altered counts as over.
 */
final class LeaseFile {

    private static final byte[] PURPOSE = "Waystation offline lease".getBytes(StandardCharsets.US_ASCII);

    private final TwoGenerations file;

    LeaseFile(Path folder) {
        this.file = new TwoGenerations(folder, "profile.lease");
    }

    Optional<Lease> read(byte[] key) throws IOException {
        for (String text : file.read()) {
            Optional<Lease> lease = parse(text, key);
            if (lease.isPresent()) {
                return lease;
            }
        }
        return Optional.empty();
    }

    void write(Lease lease, byte[] key) throws IOException {
        String body = "1 " + lease.days() + " " + lease.used().toSeconds() + " "
                + lease.seen().getEpochSecond() + " " + (lease.revoked() ? "revoked" : "given");
        file.write(body + " " + mac(body, key) + "\n");
    }

    private static Optional<Lease> parse(String text, byte[] key) {
        String[] words = text.strip().split(" ");
        int last = text.strip().lastIndexOf(' ');
        if (words.length != 6 || !matches(text.substring(0, last), words[5], key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Lease(
                    Integer.parseInt(words[1]),
                    Duration.ofSeconds(Long.parseLong(words[2])),
                    Instant.ofEpochSecond(Long.parseLong(words[3])),
                    words[4].equals("revoked")));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty(); // of a later format, under the same key
        }
    }

    private static boolean matches(String body, String mac, byte[] key) {
        return MessageDigest.isEqual(
                mac(body, key).getBytes(StandardCharsets.US_ASCII), mac.getBytes(StandardCharsets.US_ASCII));
    }

    private static String mac(String body, byte[] key) {
        byte[] own = new byte[0];
        try {
            own = hmac(PURPOSE, key);
            return HexFormat.of().formatHex(hmac(body.getBytes(StandardCharsets.US_ASCII), own));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        } finally {
            Arrays.fill(own, (byte) 0);
        }
    }

    private static byte[] hmac(byte[] text, byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }
}
