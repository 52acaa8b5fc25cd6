package org.waystation.api.vault;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A credential's secrets while they are lent. Arrays belong to the lender, are wiped after the call and must not be kept. */
@ProviderType
public interface Secret {

    String user();

    Optional<char[]> part(SecretPart part);

    /** The one-time code of this moment; empty where the credential makes none. */
    Optional<char[]> oneTimeCode();
}
