package org.waystation.server.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.database.Database;
import org.waystation.server.kind.KindDefinition;

/** Plain listings: records of one kind by id, page by page. */
public final class Listing {

    private final Database database;

    public Listing(Database database) {
        this.database = database;
    }

    /**
     * @param filters accepted values by field; the fields are among the kind's filters
     * @param after the last id of the page before
     * @return up to {@code limit} records, and one more where there is another page
     */
    public List<Row> page(KindDefinition kind, Map<String, List<String>> filters, Optional<UUID> after, int limit)
            throws SQLException {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select id, version, seq, data::text from record where kind = '")
                .append(kind.kind().code())
                .append("' and deleted_at is null");
        filters.forEach((field, values) -> {
            boolean one = values.size() == 1;
            sql.append(" and ").append(match(field, one));
            parameters.add(one ? values.getFirst() : values.toArray(String[]::new));
        });
        after.ifPresent(id -> {
            sql.append(" and id > ?");
            parameters.add(id);
        });
        sql.append(" order by id limit ?");
        parameters.add(limit + 1);
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Row> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(new Row(
                            rows.getObject(1, UUID.class), rows.getLong(2), rows.getLong(3), rows.getString(4)));
                }
                return page;
            }
        }
    }

    /**
     * Written as in the indexes, or they would not be used; the names come from the kind's declaration. One value is
     * compared as such, since only then the index yields the rows in the order of their ids.
     */
    private static String match(String field, boolean one) {
        return switch (field) {
            case "companyId" -> "company_id = " + (one ? "?::uuid" : "any(?::uuid[])");
            case "number" -> "((data ->> 'number')::bigint) = " + (one ? "?::bigint" : "any(?::bigint[])");
            default -> "(data ->> '" + field + "') = " + (one ? "?" : "any(?::text[])");
        };
    }

    /** One record. */
    public record Row(UUID id, long version, long seq, String data) {}
}
