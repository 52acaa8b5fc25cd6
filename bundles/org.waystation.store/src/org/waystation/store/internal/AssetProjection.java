package org.waystation.store.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.AssetState;
import org.waystation.api.record.EntityKind;
import org.waystation.store.StoreException;

/** One row for each asset, by which lists are filtered, sorted and grouped. */
final class AssetProjection {

    /** Stands around each tag, so that a tag is not found within another. */
    static final String TAG_MARK = "\u001f";

    private static final List<String> COLUMNS = List.of(
            "name",
            "kind",
            "state",
            "company",
            "site",
            "warranty",
            "support",
            "refresh",
            "due",
            "tags",
            "words",
            "rowkey");

    private final Session session;
    private final Labels labels;
    private final String write;
    private final String delete;

    AssetProjection(Session session, Generation generation, Labels labels) {
        this.session = session;
        this.labels = labels;
        write = "INSERT OR REPLACE INTO " + generation.asset() + " (" + String.join(", ", COLUMNS) + ") VALUES ("
                + COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        delete = "DELETE FROM " + generation.asset() + " WHERE rowkey = ?";
    }

    static void create(Session session, Generation generation) throws SQLException {
        // Columns of open vocabularies have no type: see Words. Dates are days since 1970; due is the earliest of them.
        session.execute("CREATE TABLE IF NOT EXISTS " + generation.asset()
                + " (rowkey INTEGER PRIMARY KEY, name TEXT NOT NULL, kind, state, company INTEGER NOT NULL, site BLOB, "
                + "warranty INTEGER, support INTEGER, refresh INTEGER, due INTEGER, tags TEXT NOT NULL, "
                + "words TEXT NOT NULL)");
    }

    /** For a file whose records came before there were these rows. */
    static void fill(Session session, Generation generation) throws SQLException, StoreException {
        create(session, generation);
        SiteNames.create(session, generation);
        AssetProjection assets = new AssetProjection(session, generation, new Labels(session, generation));
        SiteNames sites = new SiteNames(session, generation);
        VisibleRecords.each(
                session,
                generation,
                (key, record) -> {
                    if (record.kind().equals(EntityKind.SITE)) {
                        sites.replace(key, null, record);
                    } else {
                        assets.replace(key, Optional.empty(), Reading.of(record).asset());
                    }
                },
                EntityKind.ASSET,
                EntityKind.SITE);
    }

    /** As {@link Projection#replace}, of records that were read already. */
    void replace(long rowkey, Optional<Asset> old, Optional<Asset> now) throws SQLException, StoreException {
        if (now.isPresent()) {
            write(rowkey, now.get());
        } else if (old.isPresent()) {
            session.update(delete, rowkey);
        }
    }

    private void write(long rowkey, Asset asset) throws SQLException, StoreException {
        boolean alive = !asset.state().equals(AssetState.RETIRED);
        Optional<Long> warranty = day(asset.warrantyEndsOn(), alive);
        Optional<Long> support = day(asset.supportEndsOn(), alive);
        Optional<Long> refresh = day(asset.refreshPlannedOn(), alive);
        Optional<Long> due =
                Stream.of(warranty, support, refresh).flatMap(Optional::stream).min(Long::compare);
        session.update(
                write,
                Folding.fold(asset.name()),
                Words.ASSET_KIND.rank(asset.kind().code()),
                Words.ASSET_STATE.rank(asset.state().code()),
                labels.key(EntityKind.COMPANY, asset.companyId()),
                asset.siteId().map(Ids::bytes).orElse(null),
                warranty.orElse(null),
                support.orElse(null),
                refresh.orElse(null),
                due.orElse(null),
                asset.tags().stream()
                        .map(tag -> TAG_MARK + Folding.fold(tag) + TAG_MARK)
                        .collect(Collectors.joining()),
                words(asset),
                rowkey);
    }

    private static Optional<Long> day(Optional<LocalDate> date, boolean alive) {
        return alive ? date.map(LocalDate::toEpochDay) : Optional.empty();
    }

    private static String words(Asset asset) {
        Stream<String> fields = Stream.of(
                asset.name(),
                asset.serial(),
                asset.manufacturer(),
                asset.model(),
                asset.role(),
                asset.location(),
                asset.supplier());
        return Folding.fold(Stream.of(fields, asset.tags().stream(), asset.properties().values().stream())
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n")));
    }
}
