package org.waystation.credentials.internal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.audit.AuditTrail;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.vault.Credential;
import org.waystation.api.vault.CredentialDraft;
import org.waystation.api.vault.CredentialVault;
import org.waystation.api.vault.Secret;
import org.waystation.api.vault.SecretPart;
import org.waystation.api.vault.VaultException;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;

/** Credentials in the encrypted store. Each secret is a document of its own, so that listing never reads one. */
@Component(service = CredentialVault.class)
public final class StoredVault implements CredentialVault {

    private static final String CREDENTIALS = "credential";
    private static final String SECRETS = "secret";

    private final Documents documents;
    private final AuditTrail audit;
    private final VaultThread thread;
    private final ProfileKey key;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final CredentialCodec codec = new CredentialCodec();
    private final DraftRules rules = new DraftRules();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public StoredVault(
            @Reference Documents documents,
            @Reference AuditTrail audit,
            @Reference VaultThread thread,
            @Reference ProfileKey key) {
        this.key = key;
        this.documents = documents;
        this.audit = audit;
        this.thread = thread;
    }

    @Override
    public CompletionStage<List<Credential>> list(Optional<UUID> companyId) {
        return thread.run(() -> {
            List<Credential> found = new ArrayList<>();
            for (Document document : documents.all(CREDENTIALS)) {
                Credential credential = codec.read(UUID.fromString(document.key()), document.body());
                if (companyId.isEmpty()
                        || credential.companyId().isEmpty()
                        || credential.companyId().equals(companyId)) {
                    found.add(credential);
                }
            }
            found.sort(Comparator.comparing(credential -> credential.name().toLowerCase(Locale.ROOT)));
            return List.copyOf(found);
        });
    }

    @Override
    public CompletionStage<UUID> add(CredentialDraft draft) {
        return thread.run(() -> wiping(draft, () -> {
            rules.check(draft);
            UUID id = ids.generate();
            write(id, draft, Set.of());
            note("credential.add", draft.name(), draft.companyId(), "");
            return id;
        }));
    }

    @Override
    public CompletionStage<Void> change(UUID id, CredentialDraft draft) {
        return thread.run(() -> wiping(draft, () -> {
            Credential held = held(id);
            rules.check(draft);
            write(id, draft, held.parts());
            note("credential.change", draft.name(), draft.companyId(), "");
            return null;
        }));
    }

    @Override
    public CompletionStage<Void> remove(UUID id) {
        return thread.run(() -> {
            Credential held = held(id);
            List<Change> changes = new ArrayList<>();
            changes.add(new Change(CREDENTIALS, id.toString(), null));
            held.parts().forEach(part -> changes.add(new Change(SECRETS, key(id, part), null)));
            documents.write(changes);
            note("credential.remove", held.name(), held.companyId(), "");
            return null;
        });
    }

    @Override
    public <T> CompletionStage<T> use(UUID id, String purpose, Function<Secret, T> use) {
        return thread.run(() -> {
            Credential held = held(id);
            try (LentSecret secret = new LentSecret(held.user())) {
                for (SecretPart part : held.parts()) {
                    documents
                            .find(SECRETS, key(id, part))
                            .ifPresent(bytes -> secret.put(part, Characters.characters(bytes)));
                }
                audit.append("credential.use", held.name(), held.companyId(), purpose);
                return use.apply(secret);
            }
        });
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public AutoCloseable onLock(Runnable letGo) {
        return key.onLock(letGo);
    }

    private Credential held(UUID id) throws IOException {
        byte[] json = documents
                .find(CREDENTIALS, id.toString())
                .orElseThrow(() -> new VaultException("id", "This credential is not in the vault any more."));
        return codec.read(id, json);
    }

    private void write(UUID id, CredentialDraft draft, Set<SecretPart> before) throws IOException {
        Set<SecretPart> parts = EnumSet.noneOf(SecretPart.class);
        parts.addAll(before);
        List<Change> changes = new ArrayList<>();
        List<byte[]> written = new ArrayList<>();
        for (Map.Entry<SecretPart, char[]> secret : draft.secrets().entrySet()) {
            byte @Nullable [] bytes = null;
            if (secret.getValue().length == 0) {
                parts.remove(secret.getKey());
            } else {
                parts.add(secret.getKey());
                bytes = Characters.bytes(secret.getValue());
                written.add(bytes);
            }
            changes.add(new Change(SECRETS, key(id, secret.getKey()), bytes));
        }
        Credential credential = new Credential(
                id,
                draft.companyId(),
                draft.name().strip(),
                draft.user().strip(),
                parts,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        changes.add(new Change(CREDENTIALS, id.toString(), codec.write(credential)));
        try {
            documents.write(changes);
        } finally {
            written.forEach(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }

    private void note(String action, String name, Optional<UUID> companyId, String detail) throws IOException {
        audit.append(action, name.strip(), companyId, detail);
        listeners.forEach(Runnable::run);
    }

    private static String key(UUID id, SecretPart part) {
        return id + "/" + part.name();
    }

    /** The draft's secrets are wiped whether or not they were taken. */
    private static <T extends @Nullable Object> T wiping(CredentialDraft draft, VaultThread.Work<T> work)
            throws Exception {
        try {
            return work.run();
        } finally {
            draft.secrets().values().forEach(secret -> Arrays.fill(secret, '\0'));
        }
    }
}
