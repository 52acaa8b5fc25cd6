package org.waystation.server.http;

import java.net.URI;
import java.util.Set;

/** The programs that may sign people in. They are public clients: they hold no secret, so they prove by PKCE. */
final class Clients {

    private static final Set<String> KNOWN = Set.of("waystation-workstation");

    private Clients() {}

    static boolean isKnown(String clientId) {
        return KNOWN.contains(clientId);
    }

    /** A loopback address with any port (RFC 8252, section 7.3), by number: a name could be pointed elsewhere. */
    static boolean isLoopback(URI redirect) {
        boolean host = "127.0.0.1".equals(redirect.getHost()) || "[::1]".equals(redirect.getHost());
        return "http".equals(redirect.getScheme())
                && host
                && redirect.getPort() > 0
                && redirect.getRawQuery() == null
                && redirect.getRawFragment() == null
                && redirect.getRawUserInfo() == null;
    }
}
