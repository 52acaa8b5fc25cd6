package org.waystation.server.record;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes records at the end of the history. One statement takes the lock of the history's end, gives the sequences,
 * writes the records and tells those who wait. It must be the last statement of its transaction: the lock is held from
 * here to the commit, so sequences become visible in their order, also with several servers on one database, and a
 * reader that saw sequence N will never see a lower one appear later.
 */
public final class FeedWriter {

    /** Channel on which the new end of the history is told. */
    public static final String CHANNEL = "waystation_news";

    private static final String WRITE = """
            with head as (
                update feed_head set seq = seq + ? returning seq - ? as base
            ), counted as (
                update record_count c set live = c.live + d.delta
                from unnest(?::text[], ?::bigint[]) as d (kind, delta) where c.kind = d.kind
            ), written as (
                insert into record (id, kind, company_id, version, seq, deleted_at, data)
                select w.id, w.kind, w.company_id, w.version, head.base + w.place,
                       case when w.deleted then now() end, w.data::jsonb
                from head, unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::boolean[], ?::text[]) with ordinality
                     as w (id, kind, company_id, version, deleted, data, place)
                on conflict (id) do update set
                    company_id = excluded.company_id, version = excluded.version, seq = excluded.seq,
                    deleted_at = excluded.deleted_at, data = excluded.data
                returning id, seq
            )
            select id, seq,
                   case when seq = max(seq) over () then pg_notify('waystation_news', seq::text) end
            from written""";

    /** Makes sure that every kind is counted; kinds come with new versions of the server. */
    public void prepareCounts(Connection connection, List<String> kinds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into record_count (kind, live) select unnest(?::text[]), 0 on conflict do nothing")) {
            statement.setArray(1, connection.createArrayOf("text", kinds.toArray()));
            statement.executeUpdate();
        }
    }

    /**
     * @param writes in the order in which they get their sequences; each record once
     * @return the records as they stand now, in the same order
     */
    public List<StoredRecord> write(Connection connection, List<RecordWrite> writes) throws SQLException {
        Map<String, Long> deltas = new HashMap<>();
        writes.forEach(write -> deltas.merge(write.kind().code(), (long) write.live(), Long::sum));
        Map<UUID, Long> sequences = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setLong(1, writes.size());
            statement.setLong(2, writes.size());
            statement.setArray(
                    3, connection.createArrayOf("text", deltas.keySet().toArray()));
            statement.setArray(
                    4, connection.createArrayOf("bigint", deltas.values().toArray()));
            statement.setArray(5, column(connection, "uuid", writes, RecordWrite::id));
            statement.setArray(
                    6, column(connection, "text", writes, write -> write.kind().code()));
            statement.setArray(
                    7,
                    column(
                            connection,
                            "uuid",
                            writes,
                            write -> write.companyId().orElse(null)));
            statement.setArray(8, column(connection, "bigint", writes, RecordWrite::version));
            statement.setArray(9, column(connection, "boolean", writes, RecordWrite::deleted));
            statement.setArray(10, column(connection, "text", writes, write -> Json.text(write.data())));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sequences.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        List<StoredRecord> stored = new ArrayList<>();
        for (RecordWrite write : writes) {
            stored.add(write.stored(sequences.get(write.id())));
        }
        return stored;
    }

    private static Array column(
            Connection connection, String type, List<RecordWrite> writes, Function<RecordWrite, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, writes.stream().map(value).toArray());
    }
}
