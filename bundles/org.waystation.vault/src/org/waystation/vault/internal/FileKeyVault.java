package org.waystation.vault.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.profile.LeaseOffice;
import org.waystation.api.profile.LeaseRefusedException;
import org.waystation.api.profile.OfflineLease;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileKey;
import org.waystation.vault.KeyVault;
import org.waystation.vault.SecretRules;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;
import org.waystation.vault.UnlockSource;

/**
 * The vault over a key file in the profile. Starts with the program, since making the key takes its time. Everything that
 * changes it happens on its one thread.
 */
@Component(
        immediate = true,
        service = {KeyVault.class, ProfileKey.class, OfflineLease.class})
public final class FileKeyVault implements KeyVault, ProfileKey, OfflineLease {

    private static final Logger LOG = System.getLogger(FileKeyVault.class.getName());

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final KeyFile file;
    private final LeaseKeeper lease;
    private final KeyringUnlock keyring;
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> holders = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable LeaseOffice> office = new AtomicReference<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("vault").daemon().factory());
    private volatile CompletableFuture<byte[]> key = new CompletableFuture<>();
    private volatile State state = State.TRYING;
    private volatile Optional<Duration> left = Optional.empty();

    @Activate
    public FileKeyVault(@Reference Profile profile) {
        this(profile.folder(), secretFile(), SystemKeyring.ofThisSystem(profile.folder()), Clock.systemUTC());
    }

    /**
     * @param folder where the key file is
     * @param unattended tried by itself, at once
     */
    FileKeyVault(Path folder, Optional<UnlockSource> unattended, SystemKeyring system, Clock clock) {
        this.file = new KeyFile(folder);
        this.lease = new LeaseKeeper(folder, clock, System::nanoTime);
        this.keyring = new KeyringUnlock(folder, system);
        executor.execute(() -> tryUnattended(unattended));
        executor.scheduleWithFixedDelay(this::look, LOOK_EVERY.toSeconds(), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private static Optional<UnlockSource> secretFile() {
        return Optional.ofNullable(System.getProperty("waystation.unlock"))
                .filter(name -> !name.isBlank())
                .map(name -> new SecretFile(Path.of(name)));
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindOffice(LeaseOffice service) {
        office.set(service);
    }

    void unbindOffice(LeaseOffice service) {
        office.compareAndSet(service, null);
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
    public AutoCloseable onLock(Runnable letGo) {
        holders.add(letGo);
        return () -> holders.remove(letGo);
    }

    @Override
    public CompletionStage<Void> unlock(UnlockSource source) {
        return run(() -> open(source));
    }

    @Override
    public CompletionStage<Void> lock() {
        return run(() -> seal(State.LOCKED));
    }

    @Override
    public CompletionStage<Void> useKeyring(boolean use) {
        return run(() -> {
            Optional<byte[]> opened = openKey();
            if (opened.isEmpty() || use == keyring.prepared()) {
                return;
            }
            try {
                if (use) {
                    keyring.prepare(opened.get());
                } else {
                    keyring.undo();
                }
            } catch (IOException e) {
                throw new UnlockException(
                        Reason.NO_KEYRING, e.getMessage() + " The passphrase is asked for at start, as before.", e);
            }
        });
    }

    @Override
    public CompletionStage<byte[]> dataKey() {
        return key.thenApply(byte[]::clone);
    }

    @Override
    public void renew(int days) {
        withKey(opened -> {
            lease.renew(Math.clamp(days, LEAST_DAYS, MOST_DAYS), opened);
            left = lease.left();
        });
    }

    @Override
    public void revoke() {
        withKey(opened -> {
            lease.revoke(opened);
            seal(State.EXPIRED);
        });
    }

    @Override
    public Optional<Duration> left() {
        return left;
    }

    private void tryUnattended(Optional<UnlockSource> source) {
        try {
            if (source.isPresent()) {
                open(source.get());
            } else if (keyring.prepared()) {
                Optional<byte[]> opened = keyring.open();
                if (opened.isPresent()) {
                    admit(opened.get());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The profile did not unlock by itself: " + e.getMessage());
        }
        if (state != State.UNLOCKED && state != State.EXPIRED) {
            settleLocked();
        }
    }

    private void open(UnlockSource source) throws IOException {
        char[] secret = source.secret();
        try {
            Optional<WrappedKey> wrapped = file.read();
            if (wrapped.isPresent()) {
                admit(wrapped.get().unwrap(secret));
            } else {
                give(begin(secret));
            }
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private byte[] begin(char[] secret) throws IOException {
        if (!SecretRules.isLongEnough(secret)) {
            throw new UnlockException(
                    Reason.TOO_SHORT, "A passphrase needs at least " + SecretRules.LEAST + " characters.", null);
        }
        byte[] fresh = WrappedKey.newDataKey();
        file.write(WrappedKey.wrap(fresh, secret));
        lease.begin(fresh);
        return fresh;
    }

    /** The right key is not enough where the machine was away for too long. */
    private void admit(byte[] opened) throws IOException {
        if (!lease.resume(opened)) {
            try {
                lease.renew(newLease(), opened);
            } catch (UnlockException e) {
                Arrays.fill(opened, (byte) 0);
                become(State.EXPIRED);
                throw e;
            }
        }
        give(opened);
    }

    private int newLease() throws UnlockException {
        LeaseOffice present = office.get();
        if (present == null) {
            throw new UnlockException(
                    Reason.LEASE_OVER,
                    "This computer was without the server for too long. Connect it, then try again; your unsent changes "
                            + "are kept.",
                    null);
        }
        try {
            return present.ask();
        } catch (LeaseRefusedException e) {
            throw new UnlockException(
                    Reason.LEASE_OVER, e.getMessage() + " Your unsent changes are kept until then.", e);
        }
    }

    private void give(byte[] opened) {
        left = lease.left();
        state = State.UNLOCKED; // before the key is out: who has it finds the state that goes with it
        if (!key.complete(opened)) {
            Arrays.fill(opened, (byte) 0); // was unlocked before
        }
        become(State.UNLOCKED);
    }

    /** Screens hear of it first and cover themselves; then whoever has the key or opened something with it lets go. */
    private void seal(State sealed) {
        Optional<byte[]> opened = openKey();
        if (opened.isEmpty()) {
            return;
        }
        key = new CompletableFuture<>();
        become(sealed);
        lease.end(opened.get());
        left = Optional.empty();
        Arrays.fill(opened.get(), (byte) 0);
        for (Runnable holder : holders) {
            try {
                holder.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "What was opened with the key could not be closed.", e);
            }
        }
    }

    private void look() {
        Optional<byte[]> opened = openKey();
        if (opened.isPresent()) {
            boolean over = lease.look(opened.get());
            left = lease.left();
            if (over) {
                seal(State.EXPIRED);
            }
        }
    }

    private Optional<byte[]> openKey() {
        CompletableFuture<byte[]> present = key;
        return present.isDone() && !present.isCompletedExceptionally() ? Optional.of(present.join()) : Optional.empty();
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

    /** Work on the vault's thread that may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** Work with the key, on the vault's thread. */
    @FunctionalInterface
    private interface KeyWork {
        void run(byte[] opened) throws IOException;
    }

    private CompletionStage<Void> run(Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        throw new CompletionException(asUnlockException(e));
                    }
                },
                executor);
    }

    private void withKey(KeyWork work) {
        try {
            executor.execute(() -> openKey().ifPresent(opened -> {
                try {
                    work.run(opened);
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "The offline lease could not be written down.", e);
                }
            }));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The vault is closed.", e);
        }
    }

    private static UnlockException asUnlockException(IOException e) {
        return e instanceof UnlockException known
                ? known
                : new UnlockException(Reason.UNREADABLE, "The secret could not be read: " + e.getMessage(), e);
    }

    /** Wipes the key; who waited for it is told that it will not come. */
    @Deactivate
    void close() {
        if (executor.isShutdown()) {
            return;
        }
        executor.execute(() -> openKey().ifPresent(lease::end));
        executor.close();
        if (!key.completeExceptionally(new IllegalStateException("The profile is being closed."))) {
            openKey().ifPresent(opened -> Arrays.fill(opened, (byte) 0));
        }
    }
}
