package org.waystation.sessions.internal;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionFailure.Reason;
import org.waystation.api.session.SessionPrompts;
import org.waystation.api.session.SessionState;
import org.waystation.api.session.SessionState.Asking;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.vault.CredentialVault;
import org.waystation.api.vault.Secret;

/** Turns a protocol's questions into states of the session and waits for the answers. */
final class AskingPrompts implements SessionPrompts {

    private static final long VAULT_SECONDS = 30;

    private final CredentialVault vault;
    private final Consumer<SessionState> show;
    private final AtomicReference<@Nullable Asking> open = new AtomicReference<>();
    private final SynchronousQueue<Optional<char[]>> answers = new SynchronousQueue<>();

    AskingPrompts(CredentialVault vault, Consumer<SessionState> show) {
        this.vault = vault;
        this.show = show;
    }

    @Override
    public boolean trust(SessionTarget host, String keyType, String fingerprint) throws InterruptedException {
        Asking question = new Asking(
                Asking.Kind.TRUST,
                host.address() + " was never seen before. Is this its " + keyType + " key?",
                fingerprint);
        return answer(question).isPresent();
    }

    @Override
    public Optional<char[]> ask(SessionTarget host, String what, boolean hidden) throws InterruptedException {
        return answer(new Asking(hidden ? Asking.Kind.HIDDEN : Asking.Kind.PLAIN, what, host.address()));
    }

    private Optional<char[]> answer(Asking question) throws InterruptedException {
        open.set(question);
        show.accept(question);
        try {
            return answers.take();
        } finally {
            open.set(null);
        }
    }

    /** Hands an answer to whoever waits for it; false where nobody does. */
    boolean answered(Asking question, Optional<char[]> text) {
        return open.compareAndSet(question, null) && offered(text);
    }

    private boolean offered(Optional<char[]> text) {
        try {
            return answers.offer(text, 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public <T> Optional<T> withSecret(SessionTarget target, Function<Secret, T> use)
            throws SessionFailure, InterruptedException {
        if (target.credentialId().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault.use(target.credentialId().get(), "sign in at " + target.address(), use)
                    .toCompletableFuture()
                    .get(VAULT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SessionFailure(Reason.CREDENTIAL, "The credential cannot be used. " + cause.getMessage(), cause);
        }
    }

    @Override
    public void progress(String sentence) {
        show.accept(new SessionState.Connecting(sentence));
    }
}
