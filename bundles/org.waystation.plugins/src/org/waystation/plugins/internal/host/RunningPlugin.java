package org.waystation.plugins.internal.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.waystation.plugins.internal.store.PluginRecord;

/**
 * A plug-in in the framework.
 *
 * @param bundles in the order in which they are started; the main bundle last
 * @param failure why it could not be started; empty where it was
 */
record RunningPlugin(PluginRecord plugin, List<Bundle> bundles, Duration activation, Optional<String> failure) {

    RunningPlugin {
        bundles = List.copyOf(bundles);
    }
}
