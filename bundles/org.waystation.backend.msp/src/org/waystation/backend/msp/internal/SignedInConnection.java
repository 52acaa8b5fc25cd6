package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.msp.AccessToken;
import org.waystation.backend.msp.ServerAccess;
import org.waystation.backend.msp.ServerConnection;

/**
 * The way in of a sign-in: access tokens are short and are renewed before they end. The refresh token is kept before the
 * new access token is used, so that a crash in between signs nobody out.
 */
final class SignedInConnection implements ServerConnection {

    /** So long before its end a token is renewed. */
    private static final Duration EARLY = Duration.ofSeconds(60);
    /** A token that is younger and yet not taken is not made better by another one. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final SignInServer server;
    private final Clock clock;
    private final Consumer<String> onEnd;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private @Nullable SealedFile file;
    private KeptSignIn kept;
    private @Nullable AccessToken token;
    private Instant gotAt = Instant.MIN;
    private Instant endsAt = Instant.MIN;
    private boolean ended;
    private boolean revoked;

    /**
     * @param onEnd told in words for the technician when the server has ended the sign-in
     */
    SignedInConnection(SignInServer server, SealedFile file, KeptSignIn kept, Clock clock, Consumer<String> onEnd) {
        this.server = server;
        this.file = file;
        this.kept = kept;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    /** Tokens that came with the sign-in itself. */
    synchronized void take(SignInServer.Tokens tokens) throws IOException {
        kept = new KeptSignIn(kept.server(), tokens.refresh());
        kept.write(Objects.requireNonNull(file, "what is wiped takes no tokens"));
        token = new AccessToken(tokens.access().toCharArray());
        gotAt = clock.instant();
        endsAt = gotAt.plus(tokens.lasts());
    }

    @Override
    public synchronized ServerAccess access() throws BackendException {
        if (clock.instant().isAfter(gotAt.plus(FRESH)) || isEnding()) {
            renew();
        }
        AccessToken current = token;
        if (current == null) {
            throw new BackendException(BackendException.Cause.TOKEN_INVALID, "Sign in again.");
        }
        return new ServerAccess(kept.server(), current);
    }

    @Override
    public synchronized Optional<AccessToken> renewed() throws BackendException {
        if (!isEnding()) {
            return Optional.empty();
        }
        renew();
        return Optional.ofNullable(token);
    }

    private boolean isEnding() {
        return token == null || clock.instant().isAfter(endsAt.minus(EARLY));
    }

    private void renew() throws BackendException {
        if (ended) {
            throw endedBy(revoked);
        }
        try {
            take(server.tokens(Map.of("grant_type", "refresh_token", "refresh_token", kept.refreshToken())));
        } catch (SignInServer.RefusedException e) {
            ended = true;
            revoked = e.isRevoked();
            token = null;
            BackendException end = endedBy(revoked);
            onEnd.accept(end.getMessage());
            throw end;
        } catch (IOException e) {
            throw new BackendException(
                    BackendException.Cause.REFUSED,
                    "The sign-in cannot be kept on this machine: " + e.getMessage()
                            + " Free some space, then sync again.");
        }
    }

    private BackendException endedBy(boolean takenAway) {
        String host = kept.server().getHost();
        return takenAway
                ? ErrorAnswers.revoked(host)
                : new BackendException(
                        BackendException.Cause.TOKEN_INVALID, "Your sign-in to " + host + " has ended. Sign in again.");
    }

    /** The refresh token, for signing out at the server. */
    synchronized String refreshToken() {
        return kept.refreshToken();
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Forgets the tokens and what opens them, since somebody may hold on to the connection after its end. */
    synchronized void wipe() {
        ended = true;
        if (token != null) {
            token.wipe();
        }
        token = null;
        kept = kept.withoutToken();
        file = null;
        server.close();
    }
}
