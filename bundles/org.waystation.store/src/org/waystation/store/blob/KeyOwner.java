package org.waystation.store.blob;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose data key encrypts a content: that of the company it belongs to, so that a company that is revoked can be made
 * unreadable at once by forgetting one key; without a company the profile's own.
 */
public record KeyOwner(Optional<UUID> company) {

    public static final KeyOwner PROFILE = new KeyOwner(Optional.empty());

    public static KeyOwner of(UUID company) {
        return new KeyOwner(Optional.of(company));
    }
}
