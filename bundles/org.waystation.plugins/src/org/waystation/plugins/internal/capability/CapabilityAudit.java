package org.waystation.plugins.internal.capability;

import org.waystation.api.plugins.Capability;

/** Is told of each use that a plug-in makes of a capability. */
@FunctionalInterface
public interface CapabilityAudit {

    /**
     * @param use what was done, such as {@code TicketService.addNote}
     */
    void used(String pluginId, Capability capability, String use);
}
