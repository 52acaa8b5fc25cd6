package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.signin.SignInService;
import org.waystation.api.signin.SignInStatus;
import org.waystation.api.signin.SignInStatus.Phase;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.msp.AccessToken;
import org.waystation.backend.msp.ServerAccess;
import org.waystation.backend.msp.ServerConnection;

/** Signs in and out, and keeps the sign-in with the profile: sealed with its key, gone from memory while it is locked. */
final class SignIn implements SignInService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Path file;
    private final HttpClients clients;
    private final Clock clock;
    private final Publisher publisher;
    private final String device;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("waystation-sign-in").factory());
    private final List<Consumer<SignInStatus>> listeners = new CopyOnWriteArrayList<>();

    private volatile SignInStatus status = locked();
    private @Nullable SealedFile sealed;
    private @Nullable SignedInConnection connection;
    private @Nullable AutoCloseable published;
    private @Nullable Future<?> attempt;

    /** Makes a connection known to those who use it, until it is closed. */
    @FunctionalInterface
    interface Publisher {
        AutoCloseable publish(ServerConnection connection);
    }

    /** One of the two ways to sign in. */
    @FunctionalInterface
    private interface Way {
        SignInServer.Tokens go(SignInAttempt attempt)
                throws BackendException, SignInAttempt.FailedException, InterruptedException;
    }

    SignIn(Path file, HttpClients clients, Clock clock, String device, Publisher publisher) {
        this.file = file;
        this.clients = clients;
        this.clock = clock;
        this.device = device;
        this.publisher = publisher;
    }

    /** Takes up the sign-in that is kept, each time the profile is unlocked. */
    void follow(ProfileKey key) {
        key.onLock(() -> {
            lock();
            awaitKey(key);
        });
        awaitKey(key);
    }

    private void awaitKey(ProfileKey key) {
        key.dataKey().whenComplete((bytes, failure) -> {
            if (bytes != null) {
                unlock(bytes);
            }
        });
    }

    void unlock(byte[] key) {
        try {
            sealed = new SealedFile(file, key);
            Optional<KeptSignIn> kept = KeptSignIn.read(sealed);
            if (kept.isEmpty()) {
                tell(SignInStatus.signedOut(Optional.empty()));
            } else if (kept.get().refreshToken().isEmpty()) {
                tell(SignInStatus.signedOut(Optional.of(kept.get().server()), Optional.empty()));
            } else {
                publish(connection(kept.get()), kept.get().server());
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("The sign-in that is kept cannot be read.", e);
            tell(SignInStatus.signedOut(Optional.empty()));
        } catch (BackendException e) {
            LOG.warn("The sign-in that is kept cannot be used: {}", e.getMessage());
            tell(SignInStatus.signedOut(Optional.empty()));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    synchronized void lock() {
        giveUp();
        withdraw();
        sealed = null;
        tell(locked());
    }

    private static SignInStatus locked() {
        return new SignInStatus(Phase.LOCKED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private SignedInConnection connection(KeptSignIn kept) throws BackendException {
        SealedFile place = sealed;
        if (place == null) {
            throw new BackendException(BackendException.Cause.REFUSED, "The profile is locked. Unlock it first.");
        }
        SignInServer server = new SignInServer(kept.server(), clients.create(Timing.USUAL));
        return new SignedInConnection(server, place, kept, clock, this::ended);
    }

    private synchronized void publish(SignedInConnection made, URI server) {
        withdraw();
        if (sealed == null) {
            made.wipe(); // locked while the server answered
            tell(locked());
            return;
        }
        connection = made;
        published = publisher.publish(made);
        tell(new SignInStatus(
                Phase.SIGNED_IN, Optional.of(server), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private synchronized void withdraw() {
        if (published != null) {
            try {
                published.close();
            } catch (Exception e) {
                LOG.warn("A connection was not taken back cleanly.", e);
            }
            published = null;
        }
        if (connection != null) {
            connection.wipe();
            connection = null;
        }
    }

    /** The server has ended it; the connection stays published, so that the fault is shown where work goes on. */
    private void ended(String words) {
        tell(SignInStatus.signedOut(status.server(), Optional.of(words)));
    }

    @Override
    public SignInStatus status() {
        return status;
    }

    @Override
    public void signIn(URI server) {
        begin(server, SignInAttempt::byBrowser);
    }

    @Override
    public void signInByCode(URI server) {
        begin(server, SignInAttempt::byCode);
    }

    private synchronized void begin(URI address, Way way) {
        giveUp();
        attempt = worker.submit(() -> run(address, way));
    }

    private void run(URI address, Way way) {
        SignInStatus before = status;
        try {
            URI base = base(address);
            tell(new SignInStatus(
                    Phase.STARTING, Optional.of(base), Optional.empty(), Optional.empty(), Optional.empty()));
            SignInServer.Tokens tokens;
            try (SignInServer server = new SignInServer(base, clients.create(Timing.USUAL))) {
                tokens = way.go(new SignInAttempt(
                        base,
                        server,
                        device,
                        (page, code) -> tell(new SignInStatus(
                                Phase.WAITING,
                                Optional.of(base),
                                Optional.of(page),
                                Optional.of(code).filter(text -> !text.isEmpty()),
                                Optional.empty()))));
            }
            SignedInConnection made = connection(new KeptSignIn(base, tokens.refresh()));
            made.take(tokens);
            publish(made, base);
        } catch (InterruptedException e) {
            // Given up, or another attempt began.
            settle(before, before.server(), Optional.empty());
        } catch (BackendException | SignInAttempt.FailedException | IOException | IllegalArgumentException e) {
            settle(before, Optional.of(address), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** An attempt came to nothing: who was signed in stays so, and a locked profile says no more than that it is locked. */
    private synchronized void settle(SignInStatus before, Optional<URI> server, Optional<String> fault) {
        if (sealed == null) {
            tell(locked());
        } else if (before.phase() == Phase.SIGNED_IN) {
            tell(new SignInStatus(Phase.SIGNED_IN, before.server(), Optional.empty(), Optional.empty(), fault));
        } else {
            tell(SignInStatus.signedOut(server, fault));
        }
    }

    private static URI base(URI address) {
        URI base = URI.create(address.toString().endsWith("/") ? address.toString() : address + "/");
        // The same rule as for everything that is sent: encrypted, or never off this machine.
        if (!new ServerAccess(base, new AccessToken(new char[] {'x'})).isPrivate()) {
            throw new IllegalArgumentException("The address " + address + " is not encrypted. Use an https address.");
        }
        return base;
    }

    @Override
    public synchronized void cancel() {
        giveUp();
    }

    private void giveUp() {
        if (attempt != null) {
            attempt.cancel(true);
            attempt = null;
        }
    }

    @Override
    public synchronized void signOut() {
        giveUp();
        SignedInConnection leaving = connection;
        SealedFile place = sealed;
        if (leaving == null || place == null) {
            return;
        }
        URI server = status.server().orElseThrow();
        String token = leaving.refreshToken();
        withdraw();
        tell(SignInStatus.signedOut(Optional.of(server), Optional.empty()));
        worker.execute(() -> {
            try (SignInServer there = new SignInServer(server, clients.create(Timing.USUAL))) {
                new KeptSignIn(server, "").write(place);
                there.revoke(token);
            } catch (IOException | BackendException | SignInServer.RefusedException e) {
                LOG.info("Signed out here; the server could not be told: {}", e.getMessage());
            }
        });
    }

    @Override
    public AutoCloseable listen(Executor deliverOn, Consumer<SignInStatus> listener) {
        Consumer<SignInStatus> delivering = news -> deliverOn.execute(() -> listener.accept(news));
        listeners.add(delivering);
        delivering.accept(status);
        return () -> listeners.remove(delivering);
    }

    private void tell(SignInStatus news) {
        status = news;
        listeners.forEach(listener -> listener.accept(news));
    }

    @Override
    public void close() {
        worker.shutdownNow();
        withdraw();
    }
}
