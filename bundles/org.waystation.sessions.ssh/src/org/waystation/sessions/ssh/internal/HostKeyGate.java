package org.waystation.sessions.ssh.internal;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;

/** Lets a server through only with the key that it is known by, and remembers what it showed instead. Never waits. */
final class HostKeyGate implements ServerKeyVerifier {

    private final Optional<PublicKey> known;
    private volatile @Nullable PublicKey shown;

    HostKeyGate(Optional<PublicKey> known) {
        this.known = known;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        boolean accepted =
                known.filter(expected -> KeyUtils.compareKeys(expected, key)).isPresent();
        if (!accepted) {
            shown = key;
        }
        return accepted;
    }

    /** The key that was refused; empty where none was. */
    Optional<PublicKey> refused() {
        return Optional.ofNullable(shown);
    }
}
