package org.waystation.assets.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetCsv;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.store.AssetIndex;
import org.waystation.store.Records;
import org.waystation.store.live.Background;

/** Assets from and to tables, over the local store. */
@Component(service = AssetCsv.class)
public final class LocalAssetCsv implements AssetCsv {

    private final Background background;
    private final Records records;
    private final AssetIndex index;
    private final AssetEdits edits;

    @Activate
    public LocalAssetCsv(
            @Reference Background background,
            @Reference Records records,
            @Reference AssetIndex index,
            @Reference AssetEdits edits) {
        this.background = background;
        this.records = records;
        this.index = index;
        this.edits = edits;
    }

    @Override
    public CompletionStage<Table> read(Path file) {
        return background.read(() -> CsvFile.read(file));
    }

    @Override
    public Map<Integer, String> suggest(Table table) {
        return new ColumnMeaning().of(table.headings());
    }

    @Override
    public CompletionStage<Plan> plan(Table table, Mapping mapping) {
        return background.read(
                () -> new ImportPlanner(new Places(records), new KnownAssets(records), mapping).plan(table));
    }

    @Override
    public CompletionStage<Imported> keep(Plan plan) {
        return background.edit(() -> {
            List<Map<String, @Nullable Object>> made = new ArrayList<>();
            List<AssetChange> changed = new ArrayList<>();
            for (Planned line : plan.lines()) {
                if (line.outcome() == Outcome.MADE) {
                    made.add(line.fields());
                } else if (line.outcome() == Outcome.CHANGED) {
                    changed.add(new AssetChange(line.asset().orElseThrow(), line.fields()));
                }
            }
            AssetEdits.Kept kept = edits.keep(made, changed);
            return new Imported(kept.made(), kept.undo());
        });
    }

    @Override
    public CompletionStage<Integer> export(AssetQuery query, Path target) {
        return background.read(() -> {
            List<AssetRow> rows = index.first(query, Integer.MAX_VALUE);
            CsvExport.write(rows, target);
            return rows.size();
        });
    }
}
