package org.waystation.vault.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileKey;
import org.waystation.vault.KeyVault;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;
import org.waystation.vault.UnlockSource;

/** The vault over a key file in the profile. Starts with the program, since making the key takes its time. */
@Component(
        immediate = true,
        service = {KeyVault.class, ProfileKey.class})
public final class FileKeyVault implements KeyVault, ProfileKey {

    private static final Logger LOG = System.getLogger(FileKeyVault.class.getName());

    /** Below this even Argon2id does not help; NIST SP 800-63B asks for no less. */
    private static final int SECRET_LEAST = 8;

    private final KeyFile file;
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<byte[]> key = new CompletableFuture<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("vault").daemon().factory());
    private volatile State state = State.TRYING;

    @Activate
    public FileKeyVault(@Reference Profile profile) {
        this(profile.folder(), secretFile());
    }

    /**
     * @param folder where the key file is
     * @param unattended tried by itself, at once
     */
    FileKeyVault(Path folder, Optional<UnlockSource> unattended) {
        this.file = new KeyFile(folder);
        executor.execute(() -> unattended.ifPresentOrElse(this::tryUnattended, this::settleLocked));
    }

    private static Optional<UnlockSource> secretFile() {
        return Optional.ofNullable(System.getProperty("waystation.unlock"))
                .filter(name -> !name.isBlank())
                .map(name -> new SecretFile(Path.of(name)));
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public AutoCloseable listen(Consumer<State> listener) {
        executor.execute(() -> {
            listeners.add(listener);
            listener.accept(state);
        });
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<Void> unlock(UnlockSource source) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        open(source);
                    } catch (IOException e) {
                        throw new CompletionException(asUnlockException(e));
                    }
                },
                executor);
    }

    @Override
    public CompletionStage<byte[]> dataKey() {
        return key.thenApply(byte[]::clone);
    }

    private void tryUnattended(UnlockSource source) {
        try {
            open(source);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The profile did not unlock by itself: " + e.getMessage());
            settleLocked();
        }
    }

    private void open(UnlockSource source) throws IOException {
        char[] secret = source.secret();
        try {
            Optional<WrappedKey> wrapped = file.read();
            byte[] opened = wrapped.isPresent() ? wrapped.get().unwrap(secret) : begin(secret);
            state = State.UNLOCKED; // before the key is out: who has it finds the state that goes with it
            if (!key.complete(opened)) {
                Arrays.fill(opened, (byte) 0); // was unlocked before
            }
            become(State.UNLOCKED);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private byte[] begin(char[] secret) throws UnlockException {
        if (secret.length < SECRET_LEAST) {
            throw new UnlockException(
                    Reason.TOO_SHORT, "A passphrase needs at least " + SECRET_LEAST + " characters.", null);
        }
        byte[] fresh = WrappedKey.newDataKey();
        file.write(WrappedKey.wrap(fresh, secret));
        return fresh;
    }

    private void settleLocked() {
        try {
            become(file.read().isPresent() ? State.LOCKED : State.NEW);
        } catch (UnlockException e) {
            LOG.log(Level.ERROR, e.getMessage(), e);
            become(State.LOCKED); // the next attempt tells what is wrong
        }
    }

    private void become(State now) {
        state = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    private static UnlockException asUnlockException(IOException e) {
        return e instanceof UnlockException known
                ? known
                : new UnlockException(Reason.UNREADABLE, "The secret could not be read: " + e.getMessage(), e);
    }

    /** Wipes the key; who waited for it is told that it will not come. */
    @Deactivate
    void close() {
        executor.close();
        if (!key.completeExceptionally(new IllegalStateException("The profile is being closed."))
                && !key.isCompletedExceptionally()) {
            Arrays.fill(key.join(), (byte) 0);
        }
    }
}
