package org.waystation.server.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Tells every server on the database that somebody's access is another one, once the transaction is committed. Who waits
 * for news under the old one shall ask again at once, not with the next change.
 */
public final class AccessNews {

    /** Channel on which the person's id is told. */
    public static final String CHANNEL = "waystation_access";

    private AccessNews() {}

    public static void tell(Connection connection, UUID person) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, person.toString());
            statement.execute();
        }
    }
}
