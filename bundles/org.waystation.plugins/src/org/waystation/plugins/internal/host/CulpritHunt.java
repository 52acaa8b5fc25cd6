package org.waystation.plugins.internal.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waystation.api.plugins.CulpritSearch;
import org.waystation.api.plugins.PluginState;
import org.waystation.plugins.internal.safe.Bisect;
import org.waystation.plugins.internal.safe.BisectFile;

/** The search for a culprit over the running host. */
final class CulpritHunt implements CulpritSearch, Predicate<String> {

    private final BisectFile file;
    private Optional<Bisect> bisect;
    private Optional<PluginHost> host = Optional.empty();

    CulpritHunt(BisectFile file) throws IOException {
        this.file = file;
        this.bisect = file.read();
    }

    void over(PluginHost newHost) {
        host = Optional.of(newHost);
    }

    /** Whether a plug-in is held back in the present step. */
    @Override
    public synchronized boolean test(String id) {
        return bisect.filter(
                        step -> (step.suspects().contains(id) || !step.pinned().contains(id))
                                && !step.running().contains(id)
                                && !isCleared(step, id))
                .isPresent();
    }

    /** Once it is over, those that are not it run again beside. */
    private static boolean isCleared(Bisect step, String id) {
        return step.finished() && !step.suspects().contains(id);
    }

    @Override
    public synchronized Optional<Step> now() {
        return bisect.map(step -> new Step(step.suspects(), step.trying(), step.finished(), step.culprit()));
    }

    @Override
    public CompletionStage<Void> begin(Set<String> pinned) {
        Set<String> running = host.orElseThrow().installed().stream()
                .filter(plugin -> plugin.state() == PluginState.ACTIVE)
                .map(plugin -> plugin.description().id())
                .collect(Collectors.toSet());
        return to(Optional.of(Bisect.start(running, pinned)));
    }

    @Override
    public CompletionStage<Void> saw(boolean fault) {
        Optional<Bisect> next;
        synchronized (this) {
            next = bisect.map(step -> step.saw(fault));
        }
        return to(next);
    }

    @Override
    public CompletionStage<Void> end() {
        return to(Optional.empty());
    }

    private CompletionStage<Void> to(Optional<Bisect> next) {
        try {
            if (next.isPresent()) {
                file.write(next.get());
            } else {
                file.delete();
            }
        } catch (IOException e) {
            return CompletableFuture.failedFuture(new UncheckedIOException("The search could not be kept", e));
        }
        synchronized (this) {
            bisect = next;
        }
        return host.orElseThrow().reapply();
    }
}
