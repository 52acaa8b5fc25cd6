package org.waystation.api.vault;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is shown of a credential; the secret itself is not in it.
 *
 * @param companyId whose it is; empty for one of the technician's own
 * @param parts which secrets it holds
 */
public record Credential(
        UUID id, Optional<UUID> companyId, String name, String user, Set<SecretPart> parts, Instant changedAt) {

    public Credential {
        parts = Set.copyOf(parts);
    }
}
