package org.waystation.backend.rt;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;

/**
 * The way to a Request Tracker. The secret is not in it but in the vault.
 *
 * @param server its address, with a slash at its end
 * @param method how it is signed in
 * @param user the login name; empty with a token, which names its user itself
 * @param credential where the vault keeps the password or token
 */
public record RtAccess(URI server, Method method, String user, UUID credential) {

    /** How it is signed in. */
    public enum Method {
        /** User and password, which open a session with a cookie: fast. */
        PASSWORD,
        /** An authentication token: Request Tracker checks it anew with each request, which takes it most of a second. */
        TOKEN
    }

    /**
     * The address as somebody typed it, made whole.
     *
     * @throws IllegalArgumentException with a sentence for whoever typed it
     */
    public static URI address(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Type the address of Request Tracker, such as https://rt.example.org/");
        }
        String whole = text.contains("://") ? text : "https://" + text;
        URI uri;
        try {
            uri = URI.create(whole.endsWith("/") ? whole : whole + "/");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("This is not an address: " + text, e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean local = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("This is not an address: " + text);
        }
        if (scheme.equals("http") && !local) {
            throw new IllegalArgumentException(
                    "Only https: whoever sits between could read the password. Ask for a certificate on the server.");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("Only the address, without user, question mark or hash sign.");
        }
        return uri;
    }
}
