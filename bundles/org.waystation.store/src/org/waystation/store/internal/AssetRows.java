package org.waystation.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waystation.api.assets.AssetColumn;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.domain.Asset;
import org.waystation.store.StoreException;

/** Orders assets and reads their lines by their keys. */
final class AssetRows {

    private final Database.Snapshot snapshot;
    private final OperationTable operations;
    private final String from;

    AssetRows(Database.Snapshot snapshot) {
        this.snapshot = snapshot;
        this.operations = new OperationTable(snapshot.session());
        Generation generation = snapshot.generation();
        this.from = " FROM " + generation.asset() + " AS a JOIN " + generation.label()
                + " AS c ON c.key = a.company LEFT JOIN " + generation.site() + " AS s ON s.id = a.site ";
    }

    /** What assets are read from: {@code a} with its company {@code c} and its site {@code s}. */
    String from() {
        return from;
    }

    int[] order(AssetQuery query, int limit) throws SQLException, StoreException {
        AssetConditions conditions = new AssetConditions(query);
        List<String> terms = new ArrayList<>();
        query.group().ifPresent(column -> terms.add(term(column, "")));
        terms.add(term(query.sort(), query.descending() ? " DESC" : ""));
        terms.add("a.name");
        terms.add("a.rowkey");
        return keys(
                "SELECT a.rowkey AS k" + from + "WHERE " + conditions.sql() + " ORDER BY " + String.join(", ", terms)
                        + (limit < 0 ? "" : " LIMIT " + limit),
                conditions.values());
    }

    /** One text with all keys crosses from SQLite to Java many times faster than a row for each. */
    int[] keys(String select, @Nullable Object... values) throws SQLException, StoreException {
        return snapshot.session()
                .first(
                        "SELECT group_concat(k) FROM (" + select + ")",
                        row -> row.getBytes(1) == null ? new int[0] : KeyText.parse(row.getBytes(1)),
                        values)
                .orElseGet(() -> new int[0]);
    }

    private static String term(AssetColumn column, String direction) {
        return switch (column) {
            case NAME -> "a.name" + direction;
            case COMPANY -> "c.sort" + direction + " NULLS LAST, c.key";
            case SITE -> "s.sort" + direction + " NULLS LAST, a.site";
            case KIND -> "a.kind" + direction;
            case STATE -> "a.state" + direction;
            case DUE -> "a.due" + direction + " NULLS LAST";
        };
    }

    /** One line for each key, null where its asset is gone. */
    List<@Nullable AssetRow> read(int[] keys) throws SQLException, StoreException {
        boolean allSynced = operations.isEmpty();
        String select = "SELECT r.kind, r.id, r.version, r.seq, r.data, c.name, s.name" + from + "JOIN "
                + snapshot.generation().record() + " AS r ON r.rowkey = a.rowkey WHERE a.rowkey = ?";
        List<@Nullable AssetRow> lines = new ArrayList<>(keys.length);
        for (int key : keys) {
            lines.add(snapshot.session()
                    .first(select, row -> line(row, allSynced), key)
                    .orElse(null));
        }
        return lines;
    }

    /** The lines of keys that were found in the same state of the database. */
    List<AssetRow> found(int[] keys) throws SQLException, StoreException {
        return read(keys).stream().filter(Objects::nonNull).toList();
    }

    private AssetRow line(ResultSet row, boolean allSynced) throws SQLException, StoreException {
        Asset asset = Asset.of(RecordTable.fields(row));
        String site = row.getString(7);
        return new AssetRow(
                asset, row.getString(6), site == null ? "" : site, !allSynced && operations.touches(asset.id()));
    }
}
