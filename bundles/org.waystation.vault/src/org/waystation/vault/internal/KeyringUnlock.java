package org.waystation.vault.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The second way to the key, beside the passphrase: sealed in a file under a random key that the system's keyring keeps.
 * Either of the two alone is worth nothing.
 */
final class KeyringUnlock {

    private final TwoGenerations file;
    private final SystemKeyring keyring;
    private final String account;

    KeyringUnlock(Path folder, SystemKeyring keyring) {
        this.file = new TwoGenerations(folder, "profile.keyring");
        this.keyring = keyring;
        this.account = folder.toAbsolutePath().normalize().toString();
    }

    /** Whether this way was ever laid; does not ask the keyring. */
    boolean prepared() {
        return file.exists();
    }

    void prepare(byte[] key) throws IOException {
        byte[] wrapping = SealedKey.newWrapping();
        try {
            keyring.store(account, wrapping);
            file.write(Base64.getEncoder().encodeToString(SealedKey.seal(key, wrapping)));
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    void undo() throws IOException {
        if (prepared()) {
            file.delete();
            keyring.forget(account);
        }
    }

    /** The profile's key; empty where the keyring does not lead to it. */
    Optional<byte[]> open() throws IOException {
        Optional<byte[]> wrapping = keyring.find(account);
        if (wrapping.isEmpty()) {
            return Optional.empty();
        }
        try {
            for (String text : file.read()) {
                try {
                    return Optional.of(SealedKey.open(Base64.getDecoder().decode(text), wrapping.get()));
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    continue; // damaged or of another key; the generation before may fit
                }
            }
            return Optional.empty();
        } finally {
            Arrays.fill(wrapping.get(), (byte) 0);
        }
    }

    String name() {
        return keyring.name();
    }
}
