package org.waystation.vault.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A keyring that can be made to fall silent. */
final class MemoryKeyring implements SystemKeyring {

    final Map<String, byte[]> secrets = new HashMap<>();
    boolean silent;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Optional<byte[]> find(String account) throws IOException {
        answer();
        return Optional.ofNullable(secrets.get(account)).map(byte[]::clone);
    }

    @Override
    public void store(String account, byte[] secret) throws IOException {
        answer();
        secrets.put(account, secret.clone());
    }

    @Override
    public void forget(String account) throws IOException {
        answer();
        secrets.remove(account);
    }

    private void answer() throws IOException {
        if (silent) {
            throw new IOException("The keyring does not answer.");
        }
    }
}
