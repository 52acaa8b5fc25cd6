package org.waystation.api.plugins;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls code of a plug-in so that its faults stay its own: they are caught, attributed to the plug-in that the called
 * object belongs to, and counted. After three within ten minutes the plug-in is quarantined.
 */
@ProviderType
public interface SafeCaller {

    /**
     * Calls on a thread of its own, which is interrupted when the deadline has passed.
     *
     * @param target the plug-in's object; its class says whose call it is
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
}
