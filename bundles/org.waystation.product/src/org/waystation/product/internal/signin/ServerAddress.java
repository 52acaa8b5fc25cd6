package org.waystation.product.internal.signin;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What was typed as the server's address.
 *
 * @param server empty where it cannot be one
 * @param complaint what is wrong with it; empty where nothing is
 */
record ServerAddress(Optional<URI> server, String complaint) {

    /** A name alone is taken for an https address, or for this very machine. */
    static ServerAddress of(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return wrong("Type the server address, such as https://msp.example.");
        }
        URI address;
        try {
            address = URI.create(text.contains("://") ? text : (isLocal(host(text)) ? "http://" : "https://") + text);
        } catch (IllegalArgumentException e) {
            return wrong("The server address holds what no address can.");
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || !scheme.equals("https") && !scheme.equals("http")) {
            return wrong("The server address looks like https://msp.example.");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            return wrong("The server address has no user, “?” or “#” in it.");
        }
        if (scheme.equals("http") && !isLocal(host)) {
            return wrong("The server address must begin with https://.");
        }
        return new ServerAddress(Optional.of(address), "");
    }

    private static ServerAddress wrong(String complaint) {
        return new ServerAddress(Optional.empty(), complaint);
    }

    private static String host(String text) {
        return text.startsWith("[") ? text.replaceFirst("].*", "]") : text.replaceFirst("[:/].*", "");
    }

    /** What never leaves this machine need not be encrypted. */
    private static boolean isLocal(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
