package org.waystation.sessions.ssh.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.session.KnownHosts;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;

/** Trusted host keys in the encrypted store: a known-hosts file would tell who the customers are. */
@Component(service = {KnownHosts.class, StoredKnownHosts.class})
public final class StoredKnownHosts implements KnownHosts {

    private static final String COLLECTION = "known-host";

    private final Documents documents;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("known-hosts").daemon().factory());

    @Activate
    public StoredKnownHosts(@Reference Documents documents) {
        this.documents = documents;
    }

    /** The key that a host is known by. Blocks. */
    Optional<PublicKey> find(String address) throws IOException {
        Optional<byte[]> line = documents.find(COLLECTION, address);
        return line.isPresent() ? Optional.of(key(line.get())) : Optional.empty();
    }

    /** Trusts a key from now on. Blocks. */
    void trust(String address, PublicKey key) throws IOException {
        byte[] line = PublicKeyEntry.toString(key).getBytes(StandardCharsets.US_ASCII);
        documents.write(List.of(new Change(COLLECTION, address, line)));
    }

    @Override
    public CompletionStage<List<KnownHost>> all() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        List<KnownHost> hosts = new ArrayList<>();
                        for (Document document : documents.all(COLLECTION)) {
                            PublicKey key = key(document.body());
                            hosts.add(new KnownHost(
                                    document.key(), KeyUtils.getKeyType(key), KeyUtils.getFingerPrint(key)));
                        }
                        return List.copyOf(hosts);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                worker);
    }

    @Override
    public CompletionStage<Void> forget(String address) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        documents.write(List.of(new Change(COLLECTION, address, null)));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                worker);
    }

    private static PublicKey key(byte[] line) throws IOException {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(new String(line, StandardCharsets.US_ASCII))
                    .resolvePublicKey(null, null, null);
        } catch (GeneralSecurityException e) {
            throw new IOException("A known host's key cannot be read.", e);
        }
    }

    @Deactivate
    void close() {
        worker.close();
    }
}
