package org.waystation.backend.msp;

import java.net.URI;

/**
 * The way in to a server.
 *
 * @param server its base address, http or https; a path that ends in a slash is kept in front of the API's paths
 * @param token proves who we are
 */
public record ServerAccess(URI server, AccessToken token) {

    public ServerAccess {
        String scheme = server.getScheme();
        if (server.getHost() == null || !("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException("Not the address of a server: " + server);
        }
    }

    /** Whether what we send can be read by nobody in between: encrypted, or it never leaves this machine. */
    public boolean isPrivate() {
        String host = server.getHost();
        return "https".equalsIgnoreCase(server.getScheme())
                || host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
