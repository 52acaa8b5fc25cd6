package org.waystation.product.internal.unlock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.waystation.vault.KeyVault;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;
import org.waystation.vault.UnlockSource;

/** A vault that takes no time of its own: a test says when an attempt ends, and how. */
final class FakeVault implements KeyVault {

    /** What was tried, as it was when it was tried. */
    final List<String> attempts = new ArrayList<>();
    /** The very arrays that were handed over. */
    final List<char[]> secrets = new ArrayList<>();

    private final List<Consumer<State>> listeners = new ArrayList<>();
    private CompletableFuture<Void> running = new CompletableFuture<>();
    private State state;

    FakeVault(State state) {
        this.state = state;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public AutoCloseable listen(Consumer<State> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<Void> unlock(UnlockSource source) {
        try {
            char[] secret = source.secret();
            secrets.add(secret);
            attempts.add(new String(secret));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        running = new CompletableFuture<>();
        return running;
    }

    @Override
    public CompletionStage<Void> lock() {
        become(State.LOCKED);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> useKeyring(boolean use) {
        return CompletableFuture.completedFuture(null);
    }

    void become(State now) {
        state = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    void succeed() {
        become(State.UNLOCKED);
        running.complete(null);
    }

    void refuse(String message) {
        running.completeExceptionally(new UnlockException(Reason.WRONG_SECRET, message, null));
    }

    void fail(Throwable failure) {
        running.completeExceptionally(failure);
    }

    int listeners() {
        return listeners.size();
    }
}
