package org.waystation.vault.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;
import org.waystation.vault.UnlockSource;

/** The key of a profile, and the lock that keeps others from it meanwhile. */
public final class ClosedProfileKey implements AutoCloseable {

    private final ProfileLock lock;
    private final byte[] key;

    private ClosedProfileKey(ProfileLock lock, byte[] key) {
        this.lock = lock;
        this.key = key;
    }

    public static ClosedProfileKey take(Path folder, UnlockSource source) throws IOException {
        ProfileLock lock;
        try {
            lock = ProfileLock.acquire(folder);
        } catch (ProfileHeldException e) {
            throw new IOException(e.getMessage(), e);
        }
        char[] secret = new char[0];
        try {
            secret = source.secret();
            WrappedKey wrapped = new KeyFile(folder)
                    .read()
                    .orElseThrow(() -> new UnlockException(
                            Reason.UNREADABLE, "There is no profile in " + folder + ": it has no key file.", null));
            return new ClosedProfileKey(lock, wrapped.unwrap(secret));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    public static UnlockSource secretIn(Path file) {
        return new SecretFile(file);
    }

    public byte[] bytes() {
        return key;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(key, (byte) 0);
        lock.close();
    }
}
