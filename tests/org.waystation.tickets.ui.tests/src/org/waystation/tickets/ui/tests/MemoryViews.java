package org.waystation.tickets.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.waystation.api.domain.SavedView;
import org.waystation.api.live.LiveValue;
import org.waystation.api.views.SavedViews;
import org.waystation.api.views.ViewDraft;

/** Saved views in memory. */
final class MemoryViews implements SavedViews {

    final List<Offered> offered = new ArrayList<>();
    boolean canBeShared = true;
    private final List<Runnable> followers = new ArrayList<>();

    @Override
    public LiveValue follow(String lists, Executor deliverOn, Consumer<List<Offered>> subscriber) {
        Runnable deliver = () -> {
            List<Offered> now = List.copyOf(offered);
            deliverOn.execute(() -> subscriber.accept(now));
        };
        followers.add(deliver);
        deliver.run();
        return () -> followers.remove(deliver);
    }

    @Override
    public boolean canBeShared() {
        return canBeShared;
    }

    @Override
    public CompletionStage<UUID> create(ViewDraft draft) {
        UUID id = Sample.id(5_000 + offered.size());
        offered.add(offered(id, draft, true));
        return told(id);
    }

    @Override
    public CompletionStage<Void> change(UUID id, ViewDraft draft) {
        offered.replaceAll(each -> each.view().id().equals(id) ? offered(id, draft, true) : each);
        return told(null);
    }

    @Override
    public CompletionStage<Void> delete(UUID id) {
        offered.removeIf(each -> each.view().id().equals(id));
        return told(null);
    }

    private <T extends @org.jspecify.annotations.Nullable Object> CompletionStage<T> told(T value) {
        List.copyOf(followers).forEach(Runnable::run);
        return CompletableFuture.completedStage(value);
    }

    static Offered offered(UUID id, ViewDraft draft, boolean mine) {
        return new Offered(
                new SavedView(
                        id,
                        Optional.empty(),
                        draft.name(),
                        draft.lists(),
                        draft.query(),
                        List.of(),
                        draft.sortBy(),
                        draft.groupBy(),
                        draft.shared()),
                mine,
                mine ? "Tom Reyes" : "Mara Svensson");
    }
}
