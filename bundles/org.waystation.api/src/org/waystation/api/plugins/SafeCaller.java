package org.waystation.api.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls code of a plug-in so that its faults stay its own: they are caught, attributed to the plug-in that the called
 * object belongs to, told of, and counted. After three within ten minutes the plug-in is quarantined.
 */
@ProviderType
public interface SafeCaller {

    /**
     * Calls on a thread of its own, which is interrupted when the deadline has passed.
     *
     * @param target the plug-in's object, or where there is none yet its class or the OSGi bundle it will come from; says
     *     whose call it is
     * @param what what is asked of it, such as "search"
     * @return ends with {@link PluginCallException} where the call threw or took too long
     */
    <T> CompletionStage<T> call(Object target, String what, Duration deadline, Callable<T> call);

    /**
     * Calls on the present thread, such as the UI thread, where no deadline can be kept.
     *
     * @return empty where the call threw or returned null
     */
    <T> Optional<T> here(Object target, String what, Callable<T> call);

    /** Like {@link #here(Object, String, Callable)} for a call without a result; false where it threw. */
    boolean run(Object target, String what, Runnable call);

    /** The plug-in an object, or a class, is of; empty where it is part of the program. */
    Optional<PluginDescription> owner(Object target);

    /** The plug-in whose code stands nearest to the top of a stack; empty where only the program's and the JDK's does. */
    Optional<PluginDescription> culprit(List<StackTraceElement> stack);

    /**
     * Counts a fault that was seen elsewhere, such as by whoever watches the UI thread.
     *
     * @param what what happened, such as "held the window for 3 s"
     */
    void report(PluginDescription plugin, String what, Throwable evidence);

    /**
     * Quarantines a plug-in without waiting for more faults: at once where that can be done, else at the next start. Writes
     * that down before it returns.
     */
    void condemn(PluginDescription plugin, String why, Throwable evidence);
}
