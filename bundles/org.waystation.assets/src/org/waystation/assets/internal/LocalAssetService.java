package org.waystation.assets.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetPlace;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.assets.AssetService;
import org.waystation.api.assets.AssetView;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Site;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.store.AssetIndex;
import org.waystation.store.Records;
import org.waystation.store.live.Background;
import org.waystation.store.live.Followed;
import org.waystation.store.live.RowList;

/** Assets over the local store. */
@Component(service = AssetService.class)
public final class LocalAssetService implements AssetService {

    /** Kinds whose records show in a list's rows or order. */
    private static final Set<EntityKind> SHOWN = Set.of(EntityKind.ASSET, EntityKind.COMPANY, EntityKind.SITE);

    /** Kinds any of whose records may show beside an asset. */
    private static final Set<EntityKind> PERHAPS_BESIDE =
            Set.of(EntityKind.ASSET, EntityKind.TICKET, EntityKind.SITE, EntityKind.CONTACT, EntityKind.COMPANY);

    private final Background background;
    private final Records records;
    private final AssetIndex index;
    private final AssetViews views;
    private final AssetEdits edits;

    @Activate
    public LocalAssetService(
            @Reference Background background,
            @Reference Records records,
            @Reference AssetIndex index,
            @Reference AssetViews views,
            @Reference AssetEdits edits) {
        this.background = background;
        this.records = records;
        this.index = index;
        this.views = views;
        this.edits = edits;
    }

    @Override
    public LiveList<AssetRow> query(AssetQuery query, Executor deliverOn) {
        return RowList.open(new AssetSource(index, query), SHOWN, records, background, deliverOn);
    }

    @Override
    public CompletionStage<Optional<Asset>> find(UUID assetId) {
        return background.read(
                () -> records.find(new RecordRef(EntityKind.ASSET, assetId)).map(Asset::of));
    }

    @Override
    public LiveValue follow(UUID assetId, Executor deliverOn, Consumer<Optional<AssetView>> subscriber) {
        return Followed.open(
                () -> views.of(assetId),
                (Optional<AssetView> shown, RecordRef ref) -> PERHAPS_BESIDE.contains(ref.kind()),
                records,
                background,
                deliverOn,
                subscriber);
    }

    @Override
    public CompletionStage<List<AssetRow>> all(AssetQuery query) {
        return background.read(() -> index.first(query, Integer.MAX_VALUE));
    }

    @Override
    public CompletionStage<List<AssetPlace>> places() {
        return background.read(index::places);
    }

    @Override
    public CompletionStage<List<AssetRow>> at(AssetPlace place) {
        return background.read(() -> index.at(place));
    }

    @Override
    public CompletionStage<UUID> create(Map<String, @Nullable Object> fields) {
        return background.edit(() -> edits.create(List.of(fields)).getFirst());
    }

    @Override
    public CompletionStage<List<UUID>> createAll(List<Map<String, @Nullable Object>> assets) {
        return background.edit(() -> edits.create(assets));
    }

    @Override
    public CompletionStage<List<AssetChange>> change(List<AssetChange> changes) {
        return background.edit(() -> edits.change(changes));
    }

    @Override
    public CompletionStage<List<Company>> companies() {
        return background.read(
                () -> records.all(EntityKind.COMPANY).stream().map(Company::of).toList());
    }

    @Override
    public CompletionStage<List<Site>> sites(UUID companyId) {
        return background.read(() -> records.referring(EntityKind.SITE, "companyId", companyId).stream()
                .map(Site::of)
                .toList());
    }
}
