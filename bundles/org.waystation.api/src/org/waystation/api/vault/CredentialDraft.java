package org.waystation.api.vault;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A credential about to be added or changed.
 *
 * @param secrets what is set anew; an empty array takes a secret away, and what is not named stays. The vault wipes them.
 */
public record CredentialDraft(Optional<UUID> companyId, String name, String user, Map<SecretPart, char[]> secrets) {

    public static final int NAME_MAX = 100;

    public CredentialDraft {
        secrets = secrets.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(secrets));
    }

    /** Never says the secrets. */
    @Override
    public String toString() {
        return "CredentialDraft[" + name + "]";
    }
}
