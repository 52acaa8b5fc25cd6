package org.waystation.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.vault.KeyVault.State;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;
import org.waystation.vault.UnlockSource;

class FileKeyVaultTest {

    @TempDir
    Path folder;

    @Test
    void aNewProfileTakesTheFirstSecretAndKeepsItsKey() throws Exception {
        byte[] key = keyAfter(typed("correct horse"), State.NEW);
        byte[] again = keyAfter(typed("correct horse"), State.LOCKED);
        assertArrayEquals(key, again);
        assertEquals(32, key.length);
    }

    @Test
    void aWrongSecretLeavesItLockedAndTheKeyIsNotGiven() throws Exception {
        keyAfter(typed("correct horse"), State.NEW);
        FileKeyVault vault = vault(Optional.empty());
        CompletableFuture<byte[]> key = vault.dataKey().toCompletableFuture();

        assertEquals(Reason.WRONG_SECRET, refusal(vault, typed("wrong horse")));

        assertEquals(State.LOCKED, vault.state());
        assertFalse(key.isDone());
        vault.close();
        assertTrue(key.isCompletedExceptionally(), "who waits is told that it will not come");
    }

    @Test
    void aShortSecretIsRefusedForANewProfile() {
        FileKeyVault vault = vault(Optional.empty());
        assertEquals(Reason.TOO_SHORT, refusal(vault, typed("ten+1 chars")));
        assertFalse(Files.exists(folder.resolve("profile.key")));
        vault.close();
    }

    @Test
    void aSecretInAFileUnlocksByItself() throws Exception {
        Path file = secretFile("rw-------");
        FileKeyVault vault = vault(Optional.of(new SecretFile(file)));
        assertEquals(32, key(vault).length);
        assertEquals(State.UNLOCKED, vault.state());
        vault.close();
        keyAfter(typed("from a short file"), State.LOCKED); // without the line break
    }

    @Test
    void aSecretFileThatOthersCanReadIsNotUsed() throws Exception {
        UnlockException fault =
                assertThrows(UnlockException.class, () -> new SecretFile(secretFile("rw-r--r--")).secret());
        assertTrue(String.valueOf(fault.getMessage()).contains("chmod 600"));
    }

    @Test
    void theTypedSecretIsWiped() throws Exception {
        char[] typed = "correct horse".toCharArray();
        keyAfter(UnlockSource.typed(typed), State.NEW);
        assertArrayEquals(new char[typed.length], typed);
    }

    private FileKeyVault vault(Optional<UnlockSource> unattended) {
        return new FileKeyVault(folder, unattended, new MemoryKeyring(), Clock.systemUTC());
    }

    private Path secretFile(String rights) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "from a short file\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private byte[] keyAfter(UnlockSource source, State before) throws Exception {
        FileKeyVault vault = vault(Optional.empty());
        CompletableFuture<State> settled = new CompletableFuture<>();
        vault.listen(state -> settled.complete(state));
        assertEquals(before, settled.get(1, TimeUnit.MINUTES));
        vault.unlock(source).toCompletableFuture().get(1, TimeUnit.MINUTES);
        byte[] key = key(vault);
        vault.close();
        return key;
    }

    private static byte[] key(FileKeyVault vault) throws Exception {
        return vault.dataKey().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    private static Reason refusal(FileKeyVault vault, UnlockSource source) {
        ExecutionException failed = assertThrows(
                ExecutionException.class,
                () -> vault.unlock(source).toCompletableFuture().get(1, TimeUnit.MINUTES));
        return assertInstanceOf(UnlockException.class, failed.getCause()).reason();
    }

    private static UnlockSource typed(String secret) {
        return UnlockSource.typed(secret.toCharArray());
    }
}
