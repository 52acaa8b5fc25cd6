package org.waystation.shell.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waystation.api.plugins.PluginCallException;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.SafeCaller;

/** Calls at once on the present thread and notes what failed. */
public final class DirectCalls implements SafeCaller {

    private final List<String> faults = new ArrayList<>();

    public List<String> faults() {
        return faults;
    }

    @Override
    public <T> CompletionStage<T> call(Object target, String what, Duration deadline, Callable<T> call) {
        try {
            return CompletableFuture.completedFuture(call.call());
        } catch (Exception e) {
            faults.add(what + ": " + e.getMessage());
            return CompletableFuture.failedFuture(new PluginCallException("test", what, e));
        }
    }

    @Override
    public <T> Optional<T> here(Object target, String what, Callable<T> call) {
        try {
            return Optional.ofNullable(call.call());
        } catch (Exception e) {
            faults.add(what + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public boolean run(Object target, String what, Runnable call) {
        return here(target, what, () -> {
                    call.run();
                    return true;
                })
                .isPresent();
    }

    @Override
    public Optional<PluginDescription> owner(Object target) {
        return Optional.empty();
    }

    @Override
    public Optional<PluginDescription> culprit(List<StackTraceElement> stack) {
        return Optional.empty();
    }

    @Override
    public void report(PluginDescription plugin, String what, Throwable evidence) {
        faults.add(what);
    }

    @Override
    public void condemn(PluginDescription plugin, String why, Throwable evidence) {
        faults.add(why);
    }
}
