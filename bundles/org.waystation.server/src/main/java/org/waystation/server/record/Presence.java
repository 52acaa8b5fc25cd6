package org.waystation.server.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.waystation.server.database.Database;
import org.waystation.server.session.Caller;

/** Who has which record open. It is in the database, so that several servers tell the same; it survives no crash. */
public final class Presence {

    /** Who does not tell again within this time is gone. */
    public static final Duration KEPT = Duration.ofSeconds(60);

    private final Database database;

    public Presence(Database database) {
        this.database = database;
    }

    /** Somebody else who has a record open. */
    public record Other(UUID userId, String name, String activity, Instant since) {}

    /**
     * @param activity {@code viewing}, {@code editing} or {@code gone}
     */
    public void tell(Caller caller, UUID record, String activity) throws SQLException {
        String sql = activity.equals("gone")
                ? "delete from presence where record_id = ? and user_id = ?"
                : "insert into presence (record_id, user_id, name, activity) values (?, ?, ?, ?)"
                        + " on conflict (record_id, user_id) do update set activity = excluded.activity, seen_at = now(),"
                        + " since = case when presence.activity = excluded.activity then presence.since else now() end";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, record);
            statement.setObject(2, caller.id());
            if (!activity.equals("gone")) {
                statement.setString(3, caller.name());
                statement.setString(4, activity);
            }
            statement.executeUpdate();
        }
    }

    /** The others who have it open now. Forgets those who have not been heard of. */
    public List<Other> others(Caller caller, UUID record) throws SQLException {
        List<Other> others = new ArrayList<>();
        try (Connection connection = database.connect()) {
            try (PreparedStatement forget = connection.prepareStatement(
                    "delete from presence where seen_at < now() - make_interval(secs => ?)")) {
                forget.setDouble(1, KEPT.toSeconds());
                forget.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(
                    "select user_id, name, activity, since from presence where record_id = ? and user_id <> ?"
                            + " order by since")) {
                statement.setObject(1, record);
                statement.setObject(2, caller.id());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        others.add(new Other(
                                rows.getObject(1, UUID.class),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getObject(4, OffsetDateTime.class).toInstant()));
                    }
                }
            }
        }
        return others;
    }
}
