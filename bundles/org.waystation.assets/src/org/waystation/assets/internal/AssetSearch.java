package org.waystation.assets.internal;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.store.AssetIndex;
import org.waystation.store.StoreException;

/** Assets in Search Everywhere. */
@Component(service = SearchProvider.class)
public final class AssetSearch implements SearchProvider {

    private static final int ORDER = 30;

    private final AssetIndex index;
    private final RecordNavigator navigator;

    @Activate
    public AssetSearch(@Reference AssetIndex index, @Reference RecordNavigator navigator) {
        this.index = index;
        this.navigator = navigator;
    }

    @Override
    public String group() {
        return "Assets";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        if (text.isBlank() || cancelled.getAsBoolean()) {
            return;
        }
        try {
            for (AssetRow row : index.search(text, limit)) {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                results.accept(hit(row).exactIf(isNamed(row, text)));
            }
        } catch (StoreException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static boolean isNamed(AssetRow row, String text) {
        return text.equalsIgnoreCase(row.asset().serial())
                || text.equalsIgnoreCase(row.asset().name());
    }

    private SearchHit hit(AssetRow row) {
        RecordRef ref = new RecordRef(EntityKind.ASSET, row.id());
        String whose = row.companyName().isEmpty() ? "" : row.companyName() + " · ";
        return new SearchHit(
                        row.id().toString(),
                        row.asset().name(),
                        whose + row.asset().kind().label(),
                        "asset",
                        Optional.empty(),
                        () -> navigator.open(ref))
                .of(ref);
    }
}
