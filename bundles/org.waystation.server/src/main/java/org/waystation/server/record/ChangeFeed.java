package org.waystation.server.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.database.Database;
import org.waystation.server.selection.OwnWork;
import org.waystation.server.selection.Selection;
import org.waystation.server.selection.SelectionSql;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Rights;

/** What changed after a cursor, in commit order. */
public final class ChangeFeed {

    /** A page ends early when it has grown this large, so that 1000 long notes do not become one answer of 100 MB. */
    private static final int PAGE_BYTES = 4_000_000;

    /** Where tickets bring what belongs to them, a page of the usual length would become a long one. */
    private static final int FOLLOWING_LIMIT = 200;

    private final Database database;
    private final UUID epoch;

    public ChangeFeed(Database database, UUID epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /**
     * One page.
     *
     * @param selection what the caller holds a copy of; records of other kinds are passed over
     */
    public ChangesPage page(Caller caller, Selection selection, Cursor cursor, int limit) throws SQLException {
        try (Connection connection =
                selection.isWhole() ? database.connectAs(caller.scope()) : database.connectForMoment(caller.scope())) {
            FeedHead head = FeedHead.read(connection);
            head.requireContinues(epoch, caller, cursor);
            if (head.seq() == cursor.seq()) {
                return new ChangesPage(cursor, false, List.of(), List.of());
            }
            ChangesPage page = new Reading(connection, caller, selection, cursor, head).page(limit);
            // Tombstones may have been purged between the two reads; then this page has a hole.
            FeedHead.read(connection).requireContinues(epoch, caller, cursor);
            return page;
        }
    }

    /** One page that is being read. */
    private record Reading(Connection connection, Caller caller, Selection selection, Cursor cursor, FeedHead head) {

        ChangesPage page(int wanted) throws SQLException {
            int limit = selection.followsTickets() ? Math.min(wanted, FOLLOWING_LIMIT) : wanted;
            Set<UUID> mine = selection.mine() && !selection.isWhole() ? OwnWork.of(connection, caller.id()) : Set.of();
            try (PreparedStatement statement = connection.prepareStatement(sql(mine))) {
                statement.setLong(1, cursor.seq());
                statement.setInt(2, limit + 1);
                if (!caller.scope().everything()) {
                    statement.setLong(3, cursor.seq());
                    statement.setInt(4, limit + 1);
                    statement.setInt(5, limit + 1);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return page(rows, limit);
                }
            }
        }

        private ChangesPage page(ResultSet rows, int limit) throws SQLException {
            List<Change> changes = new ArrayList<>();
            long size = 0;
            long last = cursor.seq();
            for (int seen = 0; rows.next(); seen++) {
                if (seen == limit || size > PAGE_BYTES) {
                    return new ChangesPage(cursor.at(last), true, changes, brought(changes));
                }
                Change change = Change.read(rows);
                if (selection.kinds().contains(change.kind())) {
                    changes.add(change);
                    size += change.data().length;
                }
                last = change.seq();
            }
            // What the caller may not see is passed over for good, or each call would look through it again. All
            // up to the head was committed before the rows were read.
            return new ChangesPage(cursor.at(Math.max(last, head.seq())), false, changes, brought(changes));
        }

        /** For who sees some companies only, with what left them: to that person it is deleted. */
        private String sql(Set<UUID> mine) {
            String records =
                    select(new SelectionSql(selection).ofAny(mine)) + " where r.seq > ? order by r.seq limit ?";
            return caller.scope().everything()
                    ? records
                    : "select * from ((" + records + ") union all (select kind, id, 1, seq, true, '{}', '[]', true"
                            + " from record_departure d where seq > ?"
                            + " and not exists (select from record r where r.id = d.id) order by seq limit ?)) as news"
                            + " order by seq limit ?";
        }

        private String select(String selected) {
            return "select r.kind, r.id, r.version, r.seq, r.deleted_at is not null as deleted, r.data::text, "
                    + new Rights(caller).actionsSql() + ", r.deleted_at is not null or (" + selected
                    + ") is true from record r";
        }

        /**
         * A ticket may have come into the selection with this change, and what belongs to it has not changed: it is sent
         * along, as far as it is older than the cursor and so not in the feed itself.
         */
        private List<Change> brought(List<Change> changes) throws SQLException {
            List<UUID> tickets = new ArrayList<>();
            Set<UUID> there = new HashSet<>();
            for (Change change : changes) {
                there.add(change.id());
                if (change.kind().equals(EntityKind.TICKET.code()) && change.isThere()) {
                    tickets.add(change.id());
                }
            }
            if (!selection.followsTickets() || tickets.isEmpty()) {
                return List.of();
            }
            Set<UUID> needed = OwnWork.around(connection, tickets);
            needed.removeAll(there);
            List<Change> brought = new ArrayList<>();
            String sql = select("true") + " where r.deleted_at is null and r.seq <= ? and "
                    + SelectionSql.isAnyOf(needed) + " order by r.seq";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, cursor.seq());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Change change = Change.read(rows);
                        if (selection.kinds().contains(change.kind())) {
                            brought.add(change);
                        }
                    }
                }
            }
            return brought;
        }
    }
}
