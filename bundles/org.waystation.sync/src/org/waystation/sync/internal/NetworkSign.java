package org.waystation.sync.internal;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when this machine is on another network than before, or has slept: reason to try again at once what failed on the
 * old one. Java tells of neither by itself, so it is asked now and then; nothing goes over the network for it.
 */
final class NetworkSign {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkSign.class);

    /** A clock that went this much further than the time that passed was not asleep with the machine. */
    private static final Duration NAP = Duration.ofMinutes(1);

    private final Supplier<Set<String>> addresses;
    private final EngineTime time;
    private Set<String> before;
    private Instant clockBefore;
    private long nanosBefore;

    NetworkSign(Supplier<Set<String>> addresses, EngineTime time) {
        this.addresses = addresses;
        this.time = time;
        this.before = Set.of();
        this.clockBefore = time.now();
        this.nanosBefore = time.nanos().getAsLong();
    }

    static NetworkSign ofThisMachine(EngineTime time) {
        return new NetworkSign(NetworkSign::addressesNow, time);
    }

    /** From here on is watched. */
    void look() {
        changed();
    }

    /** Whether anything changed since the last look. */
    boolean changed() {
        Set<String> now = addresses.get();
        Instant clock = time.now();
        long nanos = time.nanos().getAsLong();
        Duration slept = Duration.between(clockBefore, clock).minusNanos(nanos - nanosBefore);
        boolean changed = !now.equals(before) || slept.compareTo(NAP) > 0;
        before = now;
        clockBefore = clock;
        nanosBefore = nanos;
        return changed;
    }

    private static Set<String> addressesNow() {
        Set<String> found = new TreeSet<>();
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (each.isUp() && !each.isLoopback()) {
                    each.getInterfaceAddresses()
                            .forEach(address -> found.add(each.getName() + " " + address.getAddress()));
                }
            }
        } catch (SocketException e) {
            LOG.debug("What networks there are cannot be told.", e);
        }
        return found;
    }
}
