package org.waystation.assets.ui.internal.actions;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.waystation.api.assets.AssetService;
import org.waystation.api.assets.AssetView;
import org.waystation.api.domain.Asset;
import org.waystation.api.live.LiveValue;

/** An asset as it is now, for whoever may wait; never on the UI thread. */
record Present(AssetService assets) {

    private static final int MOST_SECONDS = 2;

    /** The same, where its reader may change it. */
    Optional<Asset> changeable(UUID id) {
        CompletableFuture<Optional<AssetView>> answer = new CompletableFuture<>();
        try (LiveValue live = assets.follow(id, Runnable::run, answer::complete)) {
            return answer.completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                    .join()
                    .filter(view -> view.actions().mayUpdate())
                    .map(AssetView::asset);
        }
    }

    /** Empty where it is not held here or cannot be had in time: what cannot be told is not offered. */
    Optional<Asset> of(UUID id) {
        return assets.find(id)
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> Optional.empty())
                .join();
    }
}
