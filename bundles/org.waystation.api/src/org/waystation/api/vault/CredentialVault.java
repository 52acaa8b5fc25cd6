package org.waystation.api.vault;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The credentials of this profile. Stages end exceptionally with {@link VaultException} where a value is refused or a
 * credential is gone, and with {@link java.io.UncheckedIOException} where this machine could not keep or read it.
 */
@ProviderType
public interface CredentialVault {

    /** All of them, by name; of one company and the technician's own where a company is given. */
    CompletionStage<List<Credential>> list(Optional<UUID> companyId);

    CompletionStage<UUID> add(CredentialDraft draft);

    CompletionStage<Void> change(UUID id, CredentialDraft draft);

    CompletionStage<Void> remove(UUID id);

    /**
     * Lends the secrets for the length of a call, which runs on a thread of the vault.
     *
     * @param purpose for the audit trail, such as "SSH to fs-01.example:22"
     */
    <T> CompletionStage<T> use(UUID id, String purpose, Function<Secret, T> use);

    /** Calls the listener, on a thread of the vault, after each change. */
    AutoCloseable onChange(Runnable listener);

    /**
     * Calls the listener, on any thread, each time the profile is locked: what of a secret is on the screen or on the
     * clipboard goes then.
     */
    default AutoCloseable onLock(Runnable letGo) {
        return () -> {}; // a vault that is never locked
    }
}
