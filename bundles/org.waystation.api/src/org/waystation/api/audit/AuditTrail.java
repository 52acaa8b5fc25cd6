package org.waystation.api.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The audit trail of this machine: a hash chain, written online and offline alike. Calls block. */
@ProviderType
public interface AuditTrail {

    /** Adds an entry; it is on disk when this returns. */
    AuditEntry append(String action, String subject, Optional<UUID> companyId, String detail) throws IOException;

    /** The latest entries, newest first. */
    List<AuditEntry> latest(int limit) throws IOException;

    /** The number of the first entry that does not fit the one before it; empty where the whole chain holds. */
    Optional<Long> firstBroken() throws IOException;
}
