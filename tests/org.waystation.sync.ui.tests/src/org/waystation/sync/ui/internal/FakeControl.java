package org.waystation.sync.ui.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.waystation.api.sync.ScopeCompany;
import org.waystation.api.sync.ScopeEstimate;
import org.waystation.api.sync.SyncControl;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncReport;
import org.waystation.api.sync.SyncScope;

/** Notes down what it is asked for. */
public final class FakeControl implements SyncControl {

    private final List<String> done;

    public FakeControl(List<String> done) {
        this.done = done;
    }

    @Override
    public AutoCloseable follow(Executor deliverOn, Consumer<SyncFacts> listener) {
        return () -> {};
    }

    @Override
    public CompletionStage<Void> takeAlong(SyncScope scope) {
        done.add("take " + scope);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<ScopeEstimate> estimate(SyncScope scope) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletionStage<List<ScopeCompany>> companies() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public void pause() {
        done.add("pause");
    }

    @Override
    public void resume() {
        done.add("resume");
    }

    @Override
    public void checkNow() {
        done.add("check");
    }

    @Override
    public CompletionStage<List<SyncReport>> reports() {
        return CompletableFuture.completedFuture(List.of());
    }
}
