package org.waystation.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.waystation.vault.internal.ClosedProfileKey;

/** A profile that no program has open, held for a tool of the command line until it is closed. */
public final class ClosedProfile implements AutoCloseable {

    private final Path folder;
    private final ClosedProfileKey key;

    private ClosedProfile(Path folder, ClosedProfileKey key) {
        this.folder = folder;
        this.key = key;
    }

    /**
     * Takes the profile and unlocks it.
     *
     * @param secret the file with its secret, or where that is empty the passphrase as it was typed
     * @throws IOException where it is not there, in use, or not unlocked; with a sentence that says so
     */
    public static ClosedProfile open(Path folder, UnlockSource secret) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no profile in " + folder + ".");
        }
        return new ClosedProfile(folder, ClosedProfileKey.take(folder, secret));
    }

    /** A secret in a file that only its owner can read. */
    public static UnlockSource secretIn(Path file) {
        return ClosedProfileKey.secretIn(file);
    }

    /** The folder of its local data. */
    public Path store() {
        return folder.resolve("store");
    }

    /** The key of its data; wiped when this is closed. */
    public byte[] key() {
        return key.bytes();
    }

    @Override
    public void close() throws IOException {
        key.close();
    }
}
