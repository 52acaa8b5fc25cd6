package org.waystation.api.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known about a record for starting a session from it.
 *
 * @param title of the session, such as the asset's name
 * @param companyName for the eye; empty where there is none
 * @param assets the machines one may mean, at most 200; of an asset just itself
 */
public record SessionPlan(
        String title,
        Optional<UUID> companyId,
        String companyName,
        Optional<UUID> ticketId,
        String ticketTitle,
        List<Choice> assets) {

    /**
     * A machine one may mean.
     *
     * @param address from its properties; empty where it has none
     * @param lastTarget how it was reached last from this machine
     */
    public record Choice(UUID assetId, String name, String address, Optional<SessionTarget> lastTarget) {}

    public SessionPlan {
        assets = List.copyOf(assets);
    }
}
