package org.waystation.api.plugins;

import java.time.Duration;
import java.util.Optional;

/**
 * One plug-in on this machine.
 *
 * @param reason why it does not run; empty while it does
 * @param activation how long it took to start; empty until it has
 * @param forced the company's policy wants it: it can be neither disabled nor removed
 */
public record InstalledPlugin(
        PluginDescription description,
        Publisher publisher,
        PluginState state,
        String reason,
        Optional<Duration> activation,
        boolean forced) {}
