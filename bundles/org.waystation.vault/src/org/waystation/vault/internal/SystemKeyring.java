package org.waystation.vault.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where the system keeps secrets for whoever is signed in to it. Calls may wait for a person; never the UI thread. */
interface SystemKeyring {

    /** As people know it. */
    String name();

    /** A fresh copy of the secret, to be wiped; empty where there is none under that name. */
    Optional<byte[]> find(String account) throws IOException;

    /** Keeps a secret in place of what was there. */
    void store(String account, byte[] secret) throws IOException;

    void forget(String account) throws IOException;

    /** The keyring of this system. Whether it answers is only known once it is asked. */
    static SystemKeyring ofThisSystem(Path folder) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return new WindowsKeyring(folder);
        }
        return system.contains("mac") ? new MacKeyring() : new SecretServiceKeyring();
    }
}
