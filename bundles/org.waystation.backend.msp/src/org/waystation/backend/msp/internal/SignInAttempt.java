package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.waystation.api.sync.BackendException;

/** One attempt to sign in; runs on a thread of its own and ends at once when that is interrupted. */
final class SignInAttempt {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 32;
    private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final URI base;
    private final SignInServer server;
    private final String device;
    private final BiConsumer<URI, String> waiting;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param device what the technician is told about this program
     * @param waiting takes the page to be opened, and the code to be typed there or an empty text
     */
    SignInAttempt(URI base, SignInServer server, String device, BiConsumer<URI, String> waiting) {
        this.base = base;
        this.server = server;
        this.device = device;
        this.waiting = waiting;
    }

    /** It came to nothing; the message is for the technician. */
    static final class FailedException extends Exception {

        private static final long serialVersionUID = 1L;

        FailedException(String message) {
            super(message);
        }
    }

    /** Through the browser, by a code that it brings back (OAuth 2.1, with PKCE by S256). */
    SignInServer.Tokens byBrowser() throws BackendException, FailedException, InterruptedException {
        String state = random();
        String verifier = random();
        try (LoopbackRedirect redirect = new LoopbackRedirect(state)) {
            Map<String, String> metadata = server.metadata();
            Map<String, String> query = new LinkedHashMap<>();
            query.put("response_type", "code");
            query.put("client_id", SignInServer.CLIENT_ID);
            query.put("redirect_uri", redirect.address().toString());
            query.put("state", state);
            query.put("code_challenge", challenge(verifier));
            query.put("code_challenge_method", "S256");
            query.put("device_name", device);
            waiting.accept(URI.create(page(metadata, "authorization_endpoint") + "?" + SignInServer.encode(query)), "");
            Map<String, String> answer =
                    redirect.answer().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            // Another server's code would be sent to this one otherwise (RFC 9207).
            if (!answer.getOrDefault("iss", "").equals(metadata.getOrDefault("issuer", ""))) {
                throw new FailedException("The browser came back from another server. Begin again.");
            }
            if (answer.containsKey("error") || !answer.containsKey("code")) {
                throw refused(answer.getOrDefault("error", ""));
            }
            return server.tokens(Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    answer.get("code"),
                    "redirect_uri",
                    redirect.address().toString(),
                    "code_verifier",
                    verifier));
        } catch (SignInServer.RefusedException e) {
            throw refused(e.code());
        } catch (TimeoutException e) {
            throw new FailedException("Nobody signed in within " + PATIENCE.toMinutes() + " minutes. Begin again.");
        } catch (ExecutionException | IOException e) {
            throw new FailedException(
                    "This machine opens no port for the browser to come back to. Use a code instead.");
        }
    }

    /** By a code that is typed on a page of the server (RFC 8628). */
    SignInServer.Tokens byCode() throws BackendException, FailedException, InterruptedException {
        Map<String, String> begun;
        try {
            begun = server.device(Map.of("device_name", device));
        } catch (SignInServer.RefusedException e) {
            throw refused(e.code());
        }
        waiting.accept(URI.create(page(begun, "verification_uri")), begun.getOrDefault("user_code", ""));
        Duration interval = SignInServer.seconds(begun, "interval", 5);
        long end = System.nanoTime()
                + SignInServer.seconds(begun, "expires_in", 600).toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (System.nanoTime() < end) {
            if (never.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
            try {
                return server.tokens(
                        Map.of("grant_type", DEVICE_GRANT, "device_code", begun.getOrDefault("device_code", "")));
            } catch (SignInServer.RefusedException e) {
                switch (e.code()) {
                    case "authorization_pending" -> {
                        continue;
                    }
                    case "slow_down" -> interval = interval.plusSeconds(5);
                    default -> throw refused(e.code());
                }
            }
        }
        throw refused("expired_token");
    }

    /** A page is opened in a browser, so it must be one that is safe to open. */
    private String page(Map<String, String> answer, String name) throws FailedException {
        String page = answer.getOrDefault(name, "");
        boolean local = page.startsWith("http://127.0.0.1:")
                || page.startsWith("http://[::1]:")
                || page.startsWith("http://localhost:");
        if (!page.startsWith("https://") && !(local && base.getScheme().equals("http"))) {
            throw new FailedException(
                    "Something other than an MSP server answers at " + base.getHost() + ". Check the address.");
        }
        return page;
    }

    private FailedException refused(String code) {
        return new FailedException(
                switch (code) {
                    case "access_denied" -> "The sign-in was cancelled in the browser.";
                    case "expired_token" -> "The code was not typed in time. Begin again.";
                    case "" ->
                        "Something other than an MSP server answers at " + base.getHost() + ". Check the address.";
                    default -> base.getHost() + " did not accept the sign-in (" + code + "). Begin again.";
                });
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
