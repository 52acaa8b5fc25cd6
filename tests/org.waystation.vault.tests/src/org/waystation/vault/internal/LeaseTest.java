package org.waystation.vault.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void itIsOverAfterItsDays() {
        Lease lease = Lease.fresh(7, NOON);
        Lease almost = lease.looked(NOON.plus(Duration.ofDays(7).minusSeconds(1)), Duration.ZERO);
        assertFalse(almost.over());
        assertEquals(Duration.ofSeconds(1), almost.left());
        assertTrue(lease.looked(NOON.plus(Duration.ofDays(7)), Duration.ZERO).over());
    }

    @Test
    void aClockSetBackGainsNothing() {
        Lease lease = Lease.fresh(7, NOON);
        Instant now = NOON;
        for (int day = 0; day < 6; day++) {
            now = now.plus(Duration.ofDays(1));
            lease = lease.looked(now, Duration.ofDays(1));
        }
        Lease back = lease.looked(now.minus(Duration.ofHours(48)), Duration.ZERO);
        assertTrue(back.used().compareTo(lease.used()) > 0, "used shrank");
        assertTrue(back.over(), "6 days and a jump of 2");
    }

    @Test
    void timeCountsWhileTheClockStandsStill() {
        Lease lease = Lease.fresh(1, NOON);
        for (int hour = 0; hour < 24; hour++) {
            lease = lease.looked(NOON, Duration.ofHours(1));
        }
        assertTrue(lease.over());
    }

    @Test
    void theServersDaysAreHeldWithinTheirBounds() {
        assertEquals(1, Lease.fresh(0, NOON).days());
        assertEquals(90, Lease.fresh(4_000, NOON).days());
    }

    @Test
    void itComesBackFromTheFileAndOneThatWasAlteredDoesNotCount() throws Exception {
        byte[] key = key(1);
        LeaseFile file = new LeaseFile(folder);
        Lease lease = new Lease(30, Duration.ofHours(5), NOON, false);
        file.write(lease, key);
        assertEquals(Optional.of(lease), file.read(key));
        assertEquals(Optional.empty(), file.read(key(2)), "another profile's key");
        Path written = folder.resolve("profile.lease");
        Files.writeString(written, Files.readString(written).replace("1 30 ", "1 90 "));
        assertEquals(Optional.empty(), file.read(key));
    }

    private static byte[] key(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
