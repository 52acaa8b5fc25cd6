package org.waystation.backend.rt.internal.connect;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.profile.SealedState;
import org.waystation.api.signin.SignInService;
import org.waystation.api.signin.SignInStatus;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.vault.CredentialDraft;
import org.waystation.api.vault.CredentialVault;
import org.waystation.api.vault.Secret;
import org.waystation.api.vault.SecretPart;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.RtAccess;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtPreview;
import org.waystation.backend.rt.RtService;
import org.waystation.backend.rt.internal.MappingText;
import org.waystation.backend.rt.internal.RtBackend;
import org.waystation.backend.rt.internal.RtServer;
import org.waystation.backend.rt.internal.wire.RtClient;
import org.waystation.backend.rt.internal.wire.RtIds;

/** Keeps the connection with the profile and publishes the backend while there is one. */
@Component(immediate = true, service = RtService.class)
public final class RtConnection implements RtService {

    private static final String KEY = "org.waystation.backend.rt.connection";

    private final BundleContext context;
    private final SealedState sealed;
    private final CredentialVault vault;
    private final Optional<SignInService> signIn;
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("request-tracker").daemon().factory());
    private volatile State state = State.NONE;
    private @Nullable RtBackend backend;
    private @Nullable ServiceRegistration<Backend> published;
    private boolean closed;

    @Activate
    public RtConnection(
            BundleContext context,
            @Reference SealedState sealed,
            @Reference CredentialVault vault,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.STATIC) @Nullable
                    SignInService signIn) {
        this.context = context;
        this.sealed = sealed;
        this.vault = vault;
        this.signIn = Optional.ofNullable(signIn);
        sealed.get(KEY).thenAccept(text -> text.flatMap(KeptConnection::read).ifPresent(this::publish));
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public AutoCloseable listen(Executor deliverOn, Consumer<State> listener) {
        Consumer<State> told = now -> deliverOn.execute(() -> listener.accept(now));
        listeners.add(told);
        told.accept(state);
        return () -> listeners.remove(told);
    }

    @Override
    public CompletionStage<RtFindings> look(URI server, RtAccess.Method method, String user, char[] secret) {
        return work(() -> {
            char[] used = secret.length > 0 ? secret : keptFor(server, method, user.strip());
            try (RtClient client = new RtClient(server, method, user.strip(), used)) {
                return new Survey(client, method == RtAccess.Method.TOKEN ? "" : user.strip()).run();
            }
        });
    }

    /** What was given when this very connection was made; nothing for another server or user. */
    private char[] keptFor(URI server, RtAccess.Method method, String user) throws BackendException {
        Optional<RtAccess> same = state.access()
                .filter(access -> access.server().equals(server)
                        && access.method() == method
                        && (method == RtAccess.Method.TOKEN || access.user().equals(user)));
        return same.isPresent() ? secret(same.get()) : new char[0];
    }

    @Override
    public RtMapping propose(RtFindings findings) {
        return new Proposal().of(findings);
    }

    @Override
    public List<MappingComplaint> complaints(RtMapping mapping) {
        return Complaints.about(mapping);
    }

    @Override
    public RtPreview preview(RtFindings findings, RtMapping mapping) {
        return new Preview(mapping).of(findings);
    }

    private static void requireSound(RtMapping mapping) throws BackendException {
        List<MappingComplaint> wrong = Complaints.about(mapping);
        if (!wrong.isEmpty()) {
            throw new BackendException(Cause.REFUSED, wrong.getFirst().sentence());
        }
    }

    @Override
    public CompletionStage<Void> connect(
            URI server, RtAccess.Method method, String user, char[] secret, RtMapping mapping) {
        return work(() -> {
            requireNoOther();
            requireSound(mapping);
            String login = method == RtAccess.Method.TOKEN ? "" : user.strip();
            char[] used = secret.length > 0 ? secret : keptFor(server, method, login);
            try (RtClient client = new RtClient(server, method, login, used.clone())) {
                open(client, server, login, mapping).me();
            }
            Optional<RtAccess> before = state.access();
            CredentialDraft draft = new CredentialDraft(
                    Optional.empty(),
                    "Request Tracker on " + server.getHost(),
                    login,
                    Map.of(SecretPart.PASSWORD, used));
            UUID credential = done(vault.add(draft));
            KeptConnection kept = new KeptConnection(new RtAccess(server, method, login, credential), mapping);
            done(sealed.put(KEY, kept.write()));
            publish(kept);
            if (before.isPresent()) {
                done(vault.remove(before.get().credential()));
            }
            return null;
        });
    }

    /** One profile holds the records of one system. */
    private void requireNoOther() throws BackendException {
        boolean other = signIn.filter(service -> service.status().phase() == SignInStatus.Phase.SIGNED_IN)
                .isPresent();
        if (other) {
            throw new BackendException(
                    Cause.REFUSED,
                    "This profile is signed in to an MSP server. Sign out first, or use another profile for Request Tracker.");
        }
    }

    @Override
    public CompletionStage<Void> remap(RtMapping mapping) {
        return work(() -> {
            requireSound(mapping);
            RtAccess access = state.access()
                    .orElseThrow(() -> new BackendException(Cause.REFUSED, "There is no connection to change."));
            KeptConnection kept = new KeptConnection(access, mapping);
            done(sealed.put(KEY, kept.write()));
            publish(kept);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> disconnect() {
        return work(() -> {
            Optional<RtAccess> access = state.access();
            withdraw();
            tell(State.NONE);
            done(sealed.remove(KEY));
            if (access.isPresent()) {
                done(vault.remove(access.get().credential()));
            }
            return null;
        });
    }

    @Override
    public String write(RtMapping mapping) {
        return MappingText.write(mapping);
    }

    @Override
    public RtMapping read(String text) {
        return MappingText.read(text);
    }

    @Override
    public String setupFile() {
        return SetupFile.text();
    }

    private static RtServer open(RtClient client, URI server, String login, RtMapping mapping) {
        return new RtServer(client, new RtIds(server.toString()), mapping, login, server.getHost());
    }

    private synchronized void publish(KeptConnection kept) {
        if (closed) {
            return;
        }
        withdraw();
        RtAccess access = kept.access();
        RtBackend made = new RtBackend(kept.mapping(), () -> {
            char[] secret = secret(access);
            return open(
                    new RtClient(access.server(), access.method(), access.user(), secret),
                    access.server(),
                    access.user(),
                    kept.mapping());
        });
        backend = made;
        published = context.registerService(Backend.class, made, null);
        tell(new State(Optional.of(access), Optional.of(kept.mapping())));
    }

    private char[] secret(RtAccess access) throws BackendException {
        String purpose = "Request Tracker on " + access.server().getHost();
        char[] secret = done(vault.use(access.credential(), purpose, RtConnection::copy));
        if (secret.length == 0) {
            throw new BackendException(
                    Cause.TOKEN_INVALID, "The vault has no password or token for this: connect again.");
        }
        return secret;
    }

    private static char[] copy(Secret secret) {
        return secret.part(SecretPart.PASSWORD).map(char[]::clone).orElse(new char[0]);
    }

    private synchronized void withdraw() {
        if (published != null) {
            published.unregister();
            published = null;
        }
        if (backend != null) {
            backend.close();
            backend = null;
        }
    }

    private void tell(State now) {
        state = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    /** A stage that is cancelled as a {@link CompletableFuture} interrupts what it waits for. */
    private <T> CompletionStage<T> work(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Future<?> running = worker.submit(() -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        result.whenComplete((done, failure) -> {
            if (result.isCancelled()) {
                running.cancel(true);
            }
        });
        return result;
    }

    private static <T> T done(CompletionStage<T> stage) throws BackendException {
        try {
            return stage.toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(Cause.CANCELLED, "Cancelled.", e, Optional.empty());
        } catch (ExecutionException e) {
            String why = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
            throw new BackendException(
                    Cause.TOKEN_INVALID, "The connection could not be kept or read here. " + why, e, Optional.empty());
        }
    }

    @Deactivate
    void close() {
        synchronized (this) {
            closed = true;
        }
        withdraw();
        worker.shutdownNow();
    }
}
