package org.waystation.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;

class KeyFileTest {

    private static final char[] SECRET = "correct horse".toCharArray();

    @TempDir
    Path folder;

    private final byte[] key = WrappedKey.newDataKey();

    @Test
    void aKeyComesBackWithItsSecretAndWithNoOther() throws Exception {
        KeyFile file = new KeyFile(folder);
        file.write(WrappedKey.wrap(key, SECRET));

        WrappedKey read = file.read().orElseThrow();
        assertArrayEquals(key, read.unwrap(SECRET));
        UnlockException fault = assertThrows(UnlockException.class, () -> read.unwrap("wrong horse".toCharArray()));
        assertEquals(Reason.WRONG_SECRET, fault.reason());
    }

    @Test
    void cheaperParametersDoNotOpenIt() throws Exception {
        WrappedKey wrapped = WrappedKey.wrap(key, SECRET);
        WrappedKey cheaper = new WrappedKey(8, 1, wrapped.salt(), wrapped.nonce(), wrapped.sealed());
        assertThrows(UnlockException.class, () -> cheaper.unwrap(SECRET));
    }

    @Test
    void onlyARandomKeyNeedsNoCostlyGuesses() throws Exception {
        char[] random = ("key:" + "0123456789abcdef".repeat(4)).toCharArray();
        WrappedKey byKey = WrappedKey.wrap(key, random);
        assertArrayEquals(key, byKey.unwrap(random));
        assertEquals(1, byKey.passes());
        for (String typed : List.of("key:0123456789abcdef", "0123456789abcdef".repeat(4), "key: a long passphrase")) {
            assertEquals(64 * 1024, WrappedKey.wrap(key, typed.toCharArray()).memoryKib(), typed);
        }
    }

    @Test
    void aDamagedFileFallsBackToTheGenerationBefore() throws Exception {
        KeyFile file = new KeyFile(folder);
        file.write(WrappedKey.wrap(key, "first secret".toCharArray()));
        file.write(WrappedKey.wrap(key, SECRET));
        assertArrayEquals(key, file.read().orElseThrow().unwrap(SECRET));

        damage(folder.resolve("profile.key"));

        assertArrayEquals(key, file.read().orElseThrow().unwrap("first secret".toCharArray()));
    }

    @Test
    void withBothGenerationsDamagedItSaysSoInsteadOfBeginningAnew() throws Exception {
        KeyFile file = new KeyFile(folder);
        file.write(WrappedKey.wrap(key, SECRET));
        file.write(WrappedKey.wrap(key, SECRET));
        damage(folder.resolve("profile.key"));
        damage(folder.resolve("profile.key.previous"));

        assertEquals(
                Reason.DAMAGED, assertThrows(UnlockException.class, file::read).reason());
    }

    @Test
    void aNewFolderHasNoKey() throws Exception {
        assertTrue(new KeyFile(folder).read().isEmpty());
    }

    @Test
    void nobodyElseCanReadTheFile() throws Exception {
        new KeyFile(folder).write(WrappedKey.wrap(key, SECRET));
        assertFalse(PrivateFiles.openToOthers(folder.resolve("profile.key")));
    }

    private static void damage(Path file) throws Exception {
        String text = Files.readString(file);
        Files.writeString(file, text.replace("passes=3", "passes=1"));
    }
}
