package org.waystation.server.selection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What somebody needs to work on tickets: the tickets, whom and what they are about, and what belongs to them. */
public final class OwnWork {

    private static final String OPEN_TICKETS = "select id, contact_id, asset_id from record where kind = 'ticket'"
            + " and deleted_at is null and holder_id = ? and state <> all(" + SelectionSql.CLOSED + ")";

    private static final String THESE =
            "select id, contact_id, asset_id from record where kind = 'ticket' and deleted_at is null and id = any(?)";

    private static final String PARTS = """
            , part as (
                select p.id from ticket join record p on p.parent_id = ticket.id and p.deleted_at is null
            )
            select id from ticket
            union select contact_id from ticket where contact_id is not null
            union select asset_id from ticket where asset_id is not null
            union select id from part
            union select a.id from part
                join record a on a.parent_id = part.id and a.kind = 'attachment' and a.deleted_at is null""";

    private OwnWork() {}

    /** Ids of what the person's open tickets need. */
    public static Set<UUID> of(Connection connection, UUID person) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("with ticket as (" + OPEN_TICKETS + ")" + PARTS)) {
            statement.setObject(1, person);
            return ids(statement);
        }
    }

    /** Ids of these tickets and what they need. */
    public static Set<UUID> around(Connection connection, Collection<UUID> tickets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("with ticket as (" + THESE + ")" + PARTS)) {
            statement.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            return ids(statement);
        }
    }

    private static Set<UUID> ids(PreparedStatement statement) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
