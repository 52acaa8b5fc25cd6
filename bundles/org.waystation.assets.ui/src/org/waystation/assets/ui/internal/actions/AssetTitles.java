package org.waystation.assets.ui.internal.actions;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetService;
import org.waystation.api.domain.Asset;
import org.waystation.api.record.EntityKind;
import org.waystation.shell.frame.RecordTitles;

/** Says what an asset is called before its editor is made. */
@Component(service = RecordTitles.class)
public final class AssetTitles implements RecordTitles {

    private final Present present;

    @Activate
    public AssetTitles(@Reference AssetService assets) {
        this.present = new Present(assets);
    }

    @Override
    public EntityKind kind() {
        return EntityKind.ASSET;
    }

    @Override
    public Optional<String> title(UUID id) {
        return present.of(id).map(Asset::name);
    }
}
