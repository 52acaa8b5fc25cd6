package org.waystation.api.session;

import java.util.Optional;
import java.util.UUID;

/**
 * A session about to be started.
 *
 * @param title what its tab says, such as the asset's name
 * @param companyId whose machine it is
 * @param recorded whether its output is recorded, encrypted, on this machine
 */
public record SessionRequest(
        String title,
        SessionTarget target,
        Optional<UUID> companyId,
        Optional<UUID> assetId,
        Optional<UUID> ticketId,
        boolean recorded) {}
