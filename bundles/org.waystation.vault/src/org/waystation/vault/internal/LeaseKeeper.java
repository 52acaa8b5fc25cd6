package org.waystation.vault.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.waystation.api.profile.OfflineLease;

/** The lease while the profile is open: counts, and keeps what was counted. Used on the vault's thread. */
final class LeaseKeeper {

    private static final Logger LOG = System.getLogger(LeaseKeeper.class.getName());

    /** What a loss of power may give away. */
    private static final Duration KEPT_EVERY = Duration.ofMinutes(5);

    private final LeaseFile file;
    private final Clock clock;
    private final LongSupplier nanos;
    private Optional<Lease> lease = Optional.empty();
    private long looked;
    private Duration sinceKept = Duration.ZERO;

    /** @param nanos a clock that nobody sets, as {@link System#nanoTime()} */
    LeaseKeeper(Path folder, Clock clock, LongSupplier nanos) {
        this.file = new LeaseFile(folder);
        this.clock = clock;
        this.nanos = nanos;
    }

    /** A new profile begins with a whole lease, since it has nothing to show yet. */
    void begin(byte[] key) throws IOException {
        start(Lease.fresh(OfflineLease.DEFAULT_DAYS, now()));
        keep(key);
    }

    /** Takes up the lease of a profile that is being unlocked; whether it may be is what this returns. */
    boolean resume(byte[] key) throws IOException {
        Optional<Lease> kept = file.read(key);
        if (kept.isEmpty()) {
            return false;
        }
        Lease counted = kept.get().looked(now(), Duration.ZERO);
        if (counted.over()) {
            file.write(counted, key);
            return false;
        }
        start(counted);
        keep(key);
        return true;
    }

    void renew(int days, byte[] key) throws IOException {
        boolean worth = lease.isEmpty()
                || lease.get().days() != days
                || lease.get().used().compareTo(KEPT_EVERY) > 0;
        start(Lease.fresh(days, now()));
        if (worth) {
            keep(key);
        }
    }

    void revoke(byte[] key) throws IOException {
        lease = Optional.of(lease.orElseGet(() -> Lease.fresh(OfflineLease.DEFAULT_DAYS, now()))
                .taken());
        keep(key);
    }

    /** Counts up to now; true where the lease is over. */
    boolean look(byte[] key) {
        if (lease.isEmpty()) {
            return false;
        }
        long nowNanos = nanos.getAsLong();
        Duration ran = Duration.ofNanos(Math.max(0, nowNanos - looked));
        looked = nowNanos;
        Lease counted = lease.get().looked(now(), ran);
        lease = Optional.of(counted);
        sinceKept = sinceKept.plus(ran);
        if (counted.over() || sinceKept.compareTo(KEPT_EVERY) >= 0) {
            try {
                keep(key);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "How much of the offline lease is used could not be noted down.", e);
            }
        }
        return counted.over();
    }

    Optional<Duration> left() {
        return lease.map(Lease::left);
    }

    /** The profile is being locked. */
    void end(byte[] key) {
        look(key);
        try {
            keep(key);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "How much of the offline lease is used could not be noted down.", e);
        }
        lease = Optional.empty();
    }

    private void start(Lease begun) {
        lease = Optional.of(begun);
        looked = nanos.getAsLong();
    }

    private void keep(byte[] key) throws IOException {
        if (lease.isPresent()) {
            file.write(lease.get(), key);
            sinceKept = Duration.ZERO;
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
