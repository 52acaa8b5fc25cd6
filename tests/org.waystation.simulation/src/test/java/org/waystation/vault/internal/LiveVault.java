package org.waystation.vault.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waystation.api.profile.LeaseOffice;
import org.waystation.api.profile.OfflineLease;
import org.waystation.api.profile.ProfileKey;
import org.waystation.vault.KeyVault;

/** The real vault of a profile, outside of the component runtime, without a keyring. */
public final class LiveVault implements AutoCloseable {

    private final FileKeyVault vault;

    public LiveVault(Path folder) {
        vault = new FileKeyVault(folder, Optional.empty(), SystemKeyring.ofThisSystem(folder), Clock.systemUTC());
    }

    public void office(LeaseOffice office) {
        vault.bindOffice(office);
    }

    public OfflineLease lease() {
        return vault;
    }

    public ProfileKey key() {
        return vault;
    }

    public KeyVault.State state() {
        return vault.state();
    }

    /** Fails as {@link KeyVault#unlock} does. */
    public void unlock(String passphrase) throws Exception {
        vault.unlock(passphrase::toCharArray).toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        vault.close();
    }
}
