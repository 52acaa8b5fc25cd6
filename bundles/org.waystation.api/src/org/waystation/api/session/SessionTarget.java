package org.waystation.api.session;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a session goes and as whom.
 *
 * @param protocol {@link SessionProtocol#id}
 * @param host name or address, without brackets
 * @param port TCP port, 1 to 65535
 * @param user account on the remote machine; empty where the credential names it
 * @param credentialId a credential of the vault; without one the technician is asked
 * @param jump the machine through which this one is reached
 */
public record SessionTarget(
        String protocol,
        String host,
        int port,
        String user,
        Optional<UUID> credentialId,
        Optional<SessionTarget> jump) {

    private static final int PORT_MAX = 65_535;
    private static final int HOST_MAX = 253;

    public SessionTarget {
        if (host.isBlank() || host.length() > HOST_MAX || !host.chars().allMatch(SessionTarget::allowed)) {
            throw new IllegalArgumentException("host: write a name or an address, such as fs-01.example or 192.0.2.7");
        }
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("port: a number from 1 to " + PORT_MAX);
        }
    }

    private static boolean allowed(int c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ':' || c == '%';
    }

    /** Host and port as known-hosts files and people write them. */
    public String address() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
