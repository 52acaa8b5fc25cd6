package org.waystation.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.profile.LeaseRefusedException;
import org.waystation.vault.KeyVault.State;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;
import org.waystation.vault.UnlockSource;

class LockingTest {

    private static final String SECRET = "correct horse battery";

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final MemoryKeyring keyring = new MemoryKeyring();
    private final List<State> seen = Collections.synchronizedList(new ArrayList<>());
    private @Nullable FileKeyVault started;

    @AfterEach
    void close() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void lockingTakesTheKeyFromWhoHoldsItAndUnlockingGivesTheSameOne() throws Exception {
        start();
        await(vault().unlock(typed(SECRET)));
        byte[] before = await(vault().dataKey());
        List<State> whenLetGo = new ArrayList<>();
        vault().onLock(() -> whenLetGo.add(vault().state()));

        await(vault().lock());

        assertEquals(State.LOCKED, vault().state());
        assertEquals(List.of(State.LOCKED), whenLetGo, "the holder was told after the screens and before lock() ended");
        CompletableFuture<byte[]> next = vault().dataKey().toCompletableFuture();
        assertFalse(next.isDone(), "the key is still to be had");
        assertEquals(Reason.WRONG_SECRET, refusal(vault().unlock(typed("another horse altogether"))));
        await(vault().unlock(typed(SECRET)));
        assertArrayEquals(before, next.get(1, TimeUnit.MINUTES));
    }

    @Test
    void theKeyringOpensTheProfileAtStartButNotAfterLocking() throws Exception {
        start();
        await(vault().unlock(typed(SECRET)));
        byte[] key = await(vault().dataKey());
        await(vault().useKeyring(true));
        vault().close();

        start();
        assertArrayEquals(key, await(vault().dataKey()));
        await(vault().lock());
        assertEquals(State.LOCKED, vault().state());
        assertFalse(vault().dataKey().toCompletableFuture().isDone());
        await(vault().unlock(typed(SECRET)));
        await(vault().useKeyring(false));
        assertTrue(keyring.secrets.isEmpty(), "the secret is still in the keyring");
        vault().close();

        start();
        awaitState(State.LOCKED);
    }

    @Test
    void aKeyringThatIsSilentOrHoldsAnotherSecretLeavesThePassphrase() throws Exception {
        start();
        await(vault().unlock(typed(SECRET)));
        await(vault().useKeyring(true));
        vault().close();
        keyring.silent = true;
        start();
        awaitState(State.LOCKED);
        vault().close();
        keyring.silent = false;
        keyring.secrets.replaceAll((account, secret) -> SealedKey.newWrapping());
        start();
        awaitState(State.LOCKED);
        await(vault().unlock(typed(SECRET)));
        keyring.silent = true;
        assertEquals(Reason.NO_KEYRING, refusal(vault().useKeyring(false)));
    }

    @Test
    void afterSevenDaysWithoutTheServerOnlyTheServerOpensItAgain() throws Exception {
        start();
        await(vault().unlock(typed(SECRET)));
        byte[] key = await(vault().dataKey());
        vault().close();
        clock.move(Duration.ofDays(8));

        start();
        awaitState(State.LOCKED);
        assertEquals(Reason.LEASE_OVER, refusal(vault().unlock(typed(SECRET))));
        assertEquals(State.EXPIRED, vault().state());
        vault().bindOffice(() -> {
            throw new LeaseRefusedException("The server does not answer.", new IllegalStateException());
        });
        assertEquals(Reason.LEASE_OVER, refusal(vault().unlock(typed(SECRET))));
        clock.move(Duration.ofDays(-8)); // setting it back does not help
        assertEquals(Reason.LEASE_OVER, refusal(vault().unlock(typed(SECRET))));

        vault().bindOffice(() -> 30);
        await(vault().unlock(typed(SECRET)));
        assertArrayEquals(key, await(vault().dataKey()));
        assertEquals(30, vault().left().orElseThrow().toDays());
    }

    @Test
    void aWrongSecretIsNotWorthAQuestionToTheServer() throws Exception {
        start();
        await(vault().unlock(typed(SECRET)));
        vault().close();
        clock.move(Duration.ofDays(8));
        start();
        vault().bindOffice(() -> {
            throw new IllegalStateException("asked");
        });
        assertEquals(Reason.WRONG_SECRET, refusal(vault().unlock(typed("not the passphrase"))));
    }

    @Test
    void revokingLocksAtOnceAndHoldsUntilTheServerGivesTheAccessBack() throws Exception {
        start();
        await(vault().unlock(typed(SECRET)));
        vault().revoke();
        awaitState(State.EXPIRED);
        assertFalse(vault().dataKey().toCompletableFuture().isDone());
        vault().close();

        start();
        awaitState(State.LOCKED);
        assertEquals(Reason.LEASE_OVER, refusal(vault().unlock(typed(SECRET))));
        vault().bindOffice(() -> 7);
        await(vault().unlock(typed(SECRET)));
        assertEquals(State.UNLOCKED, vault().state());
    }

    @Test
    void aLeaseThatWasDeletedCountsAsOver() throws Exception {
        start();
        await(vault().unlock(typed(SECRET)));
        vault().close();
        Files.delete(folder.resolve("profile.lease"));
        Files.deleteIfExists(folder.resolve("profile.lease.previous"));
        start();
        assertEquals(Reason.LEASE_OVER, refusal(vault().unlock(typed(SECRET))));
    }

    private FileKeyVault vault() {
        return Objects.requireNonNull(started);
    }

    private void start() throws Exception {
        seen.clear();
        started = new FileKeyVault(folder, Optional.empty(), keyring, clock);
        CompletableFuture<State> first = new CompletableFuture<>();
        vault().listen(state -> {
            seen.add(state);
            first.complete(state);
        });
        first.get(1, TimeUnit.MINUTES);
    }

    private void awaitState(State wanted) throws Exception {
        CompletableFuture<State> reached = new CompletableFuture<>();
        vault().listen(state -> {
            if (state == wanted) {
                reached.complete(state);
            }
        });
        reached.get(1, TimeUnit.MINUTES);
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    private static Reason refusal(CompletionStage<?> stage) {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> await(stage));
        return assertInstanceOf(UnlockException.class, failed.getCause()).reason();
    }

    private static UnlockSource typed(String secret) {
        return UnlockSource.typed(secret.toCharArray());
    }
}
