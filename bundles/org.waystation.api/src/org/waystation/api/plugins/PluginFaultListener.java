package org.waystation.api.plugins;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of each fault of a plug-in, such as to tell the technician; published as a service, called on any thread. */
@ConsumerType
public interface PluginFaultListener {

    void fault(PluginFault fault);
}
