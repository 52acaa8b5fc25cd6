package org.waystation.assets.ui.internal.actions;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.waystation.api.assets.AssetService;
import org.waystation.api.domain.Asset;

/** An asset as it is now, for whoever may wait; never on the UI thread. */
record Present(AssetService assets) {

    private static final int MOST_SECONDS = 2;

    /** Empty where it is not held here or cannot be had in time: what cannot be told is not offered. */
    Optional<Asset> of(UUID id) {
        return assets.find(id)
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> Optional.empty())
                .join();
    }
}
