package org.waystation.sessions.internal.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.waystation.api.profile.ProfileKey;

/** Makes the key of one recording from the profile's (HMAC-SHA-256 as the expand step of HKDF, RFC 5869). */
final class RecordingKey {

    private static final long WAIT_SECONDS = 30;

    private final ProfileKey profileKey;

    RecordingKey(ProfileKey profileKey) {
        this.profileKey = profileKey;
    }

    /** A fresh array that the caller wipes. */
    byte[] of(UUID session) throws IOException {
        byte[] profile = new byte[0];
        try {
            profile = profileKey.dataKey().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(profile, "HmacSHA256"));
            mac.update(("waystation recording " + session).getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(new byte[] {1});
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The profile is locked.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The program is ending.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        } finally {
            Arrays.fill(profile, (byte) 0);
        }
    }
}
