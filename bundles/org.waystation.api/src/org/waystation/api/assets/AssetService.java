package org.waystation.api.assets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Site;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;

/**
 * Assets as they are held here. Every method returns at once; an edit is durable and queued for the server when its stage
 * completes, and ends with an {@link org.waystation.api.tickets.InvalidEditException} where a value was refused.
 */
@ProviderType
public interface AssetService {

    /** The assets of a query while they are on screen. */
    LiveList<AssetRow> query(AssetQuery query, Executor deliverOn);

    /** One asset as it is now; empty where it is not held here. */
    CompletionStage<Optional<Asset>> find(UUID assetId);

    /** One asset while it is on screen; empty where it is not held here. */
    LiveValue follow(UUID assetId, Executor deliverOn, Consumer<Optional<AssetView>> subscriber);

    /** All rows of a query at once, such as for an export. */
    CompletionStage<List<AssetRow>> all(AssetQuery query);

    /** Where assets are, by company and site. */
    CompletionStage<List<AssetPlace>> places();

    /** The assets of one place, by name. */
    CompletionStage<List<AssetRow>> at(AssetPlace place);

    /**
     * Makes an asset.
     *
     * @param fields by name in their form on the wire; {@code companyId}, {@code name} and {@code kind} are needed
     */
    CompletionStage<UUID> create(Map<String, @Nullable Object> fields);

    /** Makes several in one transaction: all or none. */
    CompletionStage<List<UUID>> createAll(List<Map<String, @Nullable Object>> assets);

    /**
     * Changes assets in one transaction: all or none.
     *
     * @return the changes that undo it, in the form this method takes; empty where nothing was different
     */
    CompletionStage<List<AssetChange>> change(List<AssetChange> changes);

    CompletionStage<List<Company>> companies();

    CompletionStage<List<Site>> sites(UUID companyId);
}
