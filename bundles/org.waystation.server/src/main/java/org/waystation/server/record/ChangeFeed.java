package org.waystation.server.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.waystation.server.database.Database;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Rights;

/** What changed after a cursor, in commit order. */
public final class ChangeFeed {

    /** A page ends early when it has grown this large, so that 1000 long notes do not become one answer of 100 MB. */
    private static final int PAGE_CHARACTERS = 4_000_000;

    private final Database database;
    private final UUID epoch;

    public ChangeFeed(Database database, UUID epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /** One page. */
    public Page page(Caller caller, Cursor cursor, int limit) throws SQLException {
        try (Connection connection = database.connectAs(caller.scope())) {
            FeedHead head = FeedHead.read(connection);
            head.requireContinues(epoch, caller, cursor);
            if (head.seq() == cursor.seq()) {
                return new Page(cursor, false, List.of());
            }
            Page page = read(connection, caller, cursor, head, limit);
            // Tombstones may have been purged between the two reads; then this page has a hole.
            FeedHead.read(connection).requireContinues(epoch, caller, cursor);
            return page;
        }
    }

    private Page read(Connection connection, Caller caller, Cursor cursor, FeedHead head, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(caller))) {
            statement.setLong(1, cursor.seq());
            statement.setInt(2, limit + 1);
            if (!caller.scope().everything()) {
                statement.setLong(3, cursor.seq());
                statement.setInt(4, limit + 1);
                statement.setInt(5, limit + 1);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Change> changes = new ArrayList<>();
                long size = 0;
                long last = cursor.seq();
                while (rows.next()) {
                    if (changes.size() == limit || size > PAGE_CHARACTERS) {
                        return new Page(cursor.at(last), true, changes);
                    }
                    Change change = new Change(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getBoolean(5),
                            rows.getString(6),
                            rows.getString(7));
                    changes.add(change);
                    size += change.data().length();
                    last = change.seq();
                }
                // What the caller may not see is passed over for good, or each call would look through it again. All
                // up to the head was committed before the rows were read.
                return new Page(cursor.at(Math.max(last, head.seq())), false, changes);
            }
        }
    }

    /** For who sees some companies only, with what left them: to that person it is deleted. */
    private static String sql(Caller caller) {
        String records = "select kind, id, version, seq, deleted_at is not null as deleted, data::text, "
                + new Rights(caller).actionsSql() + " from record where seq > ? order by seq limit ?";
        return caller.scope().everything()
                ? records
                : "select * from ((" + records + ") union all (select kind, id, 1, seq, true, '{}', '[]'"
                        + " from record_departure d where seq > ?"
                        + " and not exists (select from record r where r.id = d.id) order by seq limit ?)) as news"
                        + " order by seq limit ?";
    }

    /** A record as it now is, or its tombstone. */
    record Change(String kind, String id, long version, long seq, boolean deleted, String data, String actions) {

        void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("kind", kind);
            json.writeStringField("id", id);
            if (!deleted) {
                json.writeNumberField("version", version);
            }
            json.writeNumberField("seq", seq);
            if (deleted) {
                json.writeBooleanField("deleted", true);
            } else {
                json.writeFieldName("actions");
                json.writeRawValue(actions);
                json.writeFieldName("data");
                json.writeRawValue(data);
            }
            json.writeEndObject();
        }
    }

    /**
     * One page of the feed.
     *
     * @param next where the next page begins
     * @param more whether another page waits
     */
    public record Page(Cursor next, boolean more, List<Change> changes) {

        /** As on the wire. */
        public void write(OutputStream out) throws IOException {
            try (JsonGenerator json = Json.mapper().createGenerator(out)) {
                json.writeStartObject();
                json.writeStringField("epoch", next.epoch().toString());
                json.writeStringField("cursor", next.encode());
                json.writeBooleanField("more", more);
                json.writeArrayFieldStart("changes");
                for (Change change : changes) {
                    change.write(json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
    }
}
