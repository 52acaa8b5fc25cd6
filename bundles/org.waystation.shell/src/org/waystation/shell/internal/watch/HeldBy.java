package org.waystation.shell.internal.watch;

import java.time.Duration;
import java.util.List;
import org.waystation.api.plugins.PluginDescription;

/** Hears of a plug-in that holds the UI thread; called on the watchdog's thread while it does, and once it has let go. */
interface HeldBy {

    /** It is held for so long that the plug-in is not to run again without being asked for. */
    void stuck(PluginDescription plugin, Duration held, List<StackTraceElement> stack);

    /** It has been let go of. */
    void over(PluginDescription plugin, Duration held, List<StackTraceElement> stack);
}
