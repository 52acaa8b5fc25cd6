package org.waystation.server.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.server.database.Database;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Rights;

/** Plain listings: records of one kind by id, page by page. */
public final class Listing {

    private final Database database;

    public Listing(Database database) {
        this.database = database;
    }

    /**
     * @param caller who asks
     * @param filters accepted values by field; the fields are among the kind's filters
     * @param after the last id of the page before
     * @return up to {@code limit} records, and one more where there is another page
     */
    public List<Row> page(
            Caller caller, KindDefinition kind, Map<String, List<String>> filters, Optional<UUID> after, int limit)
            throws SQLException {
        List<Object> parameters = new ArrayList<>();
        // Each combination of values is a question of its own, which an index answers in the order of ids. Asked for
        // all
        // values at once, the planner reads the table in the order of ids and hopes to find them soon.
        String sql = combinations(filters).stream()
                .map(values -> question(kind, values, after, limit, parameters))
                .collect(Collectors.joining(
                        " union all ",
                        "select *, " + new Rights(caller).actionsSql() + " from (",
                        ") as answers order by id limit ?"));
        parameters.add(limit + 1);
        try (Connection connection = database.connectAs(caller.scope());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Row> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(new Row(
                            rows.getObject(1, UUID.class),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getString(4),
                            rows.getString(6)));
                }
                return page;
            }
        }
    }

    private static List<Map<String, String>> combinations(Map<String, List<String>> filters) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, List<String>> filter : filters.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> start : all) {
                for (String value : new LinkedHashSet<>(filter.getValue())) {
                    Map<String, String> one = new LinkedHashMap<>(start);
                    one.put(filter.getKey(), value);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    private static String question(
            KindDefinition kind, Map<String, String> values, Optional<UUID> after, int limit, List<Object> parameters) {
        StringBuilder sql = new StringBuilder("(select id, version, seq, data, kind from record where kind = '")
                .append(kind.kind().code())
                .append("' and deleted_at is null");
        values.forEach((field, value) -> {
            sql.append(" and ").append(RecordColumns.equalsParameter(kind.kind(), field));
            parameters.add(value);
        });
        after.ifPresent(id -> {
            sql.append(" and id > ?");
            parameters.add(id);
        });
        parameters.add(limit + 1);
        return sql.append(" order by id limit ?)").toString();
    }

    /**
     * One record.
     *
     * @param actions what the caller may do with it, as JSON
     */
    public record Row(UUID id, long version, long seq, String data, String actions) {}
}
