package org.waystation.server.http;

import java.net.URI;
import java.util.Optional;
import org.waystation.server.database.Database;
import org.waystation.server.signin.Codes;
import org.waystation.server.signin.Devices;
import org.waystation.server.signin.PasswordCheck;
import org.waystation.server.signin.SignIns;

/**
 * What signing in is made of.
 *
 * @param publicUrl how clients reach the server; empty where they reach it as it was asked
 * @param limits against guessing and flooding
 */
public record SignInParts(
        String provider,
        Optional<URI> publicUrl,
        Database database,
        org.waystation.server.account.Passwords hashes,
        PasswordCheck passwords,
        SignIns signIns,
        Codes codes,
        Devices devices,
        RateLimits limits) {

    /** The address that names this server in sign-ins, without a slash at its end. */
    String issuer(Exchange exchange) {
        return publicUrl
                .map(URI::toString)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(() -> {
                    var uri = exchange.request().getHttpURI();
                    return uri.getScheme() + "://" + uri.getAuthority();
                });
    }
}
