package org.waystation.assets.ui.internal.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetService;
import org.waystation.api.domain.AssetState;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Takes an asset out of use. */
@Component(service = ContextAction.class)
public final class RetireAsset implements ContextAction {

    private final AssetService assets;

    @Activate
    public RetireAsset(@Reference AssetService assets) {
        this.assets = assets;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.ASSET);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return new Present(assets)
                .changeable(record.id())
                .filter(asset -> !asset.state().equals(AssetState.RETIRED))
                .map(asset -> "Retire " + asset.name());
    }

    @Override
    public void run(RecordRef record) {
        assets.change(List.of(new AssetChange(
                record.id(),
                Map.of(
                        "state",
                        AssetState.RETIRED.code(),
                        "retiredOn",
                        LocalDate.now().toString()))));
    }
}
