package org.waystation.store.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.AssetState;
import org.waystation.store.CompanyIndex;
import org.waystation.store.StoreException;

/** Counts by the tables of tickets and assets. */
@Component(service = CompanyIndex.class)
public final class StoredCompanyIndex implements CompanyIndex {

    private final Database database;

    @Activate
    public StoredCompanyIndex(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Counts> counts(LocalDate today, LocalDate soon) throws StoreException {
        return database.read(snapshot -> {
            Map<UUID, Counts> counts = new HashMap<>();
            Generation generation = snapshot.generation();
            snapshot.session()
                    .list(
                            "SELECT c.id, t.open FROM (SELECT company, count(*) AS open FROM " + generation.ticket()
                                    + " INDEXED BY " + TicketProjection.openIndex(generation)
                                    + " WHERE open = 1 GROUP BY company) AS t JOIN " + generation.label()
                                    + " AS c ON c.key = t.company WHERE c.id IS NOT NULL",
                            row -> counts.put(Ids.uuid(row.getBytes(1)), new Counts(row.getInt(2), 0, 0, 0)));
            String ended = "coalesce(a.warranty < ?1, 0) OR coalesce(a.support < ?1, 0)";
            String ends = "coalesce(a.warranty <= ?2, 0) OR coalesce(a.support <= ?2, 0)";
            snapshot.session()
                    .list(
                            "SELECT c.id, count(*), sum(" + ended + "), sum(NOT (" + ended + ") AND (" + ends
                                    + ")) FROM "
                                    + generation.asset() + " AS a JOIN " + generation.label()
                                    + " AS c ON c.key = a.company WHERE c.id IS NOT NULL AND a.state <> ?3 GROUP BY c.key",
                            row -> counts.merge(
                                    Ids.uuid(row.getBytes(1)),
                                    new Counts(0, row.getInt(2), row.getInt(3), row.getInt(4)),
                                    (tickets, assets) -> new Counts(
                                            tickets.openTickets(), assets.assets(), assets.over(), assets.soon())),
                            today.toEpochDay(),
                            soon.toEpochDay(),
                            Words.ASSET_STATE.rank(AssetState.RETIRED.code()));
            return counts;
        });
    }

    @Override
    public List<UUID> openTickets(UUID company, int limit) throws StoreException {
        return database.read(snapshot -> ids(
                snapshot,
                "SELECT r.id FROM " + snapshot.generation().ticket() + " AS t JOIN "
                        + snapshot.generation().label() + " AS c ON c.key = t.company JOIN "
                        + snapshot.generation().record()
                        + " AS r ON r.rowkey = t.rowkey WHERE t.open = 1 AND c.id = ? "
                        + "ORDER BY t.due NULLS LAST, t.rowkey LIMIT ?",
                Ids.bytes(company),
                limit));
    }

    @Override
    public List<UUID> assetsAtRisk(UUID company, LocalDate soon, int limit) throws StoreException {
        return database.read(snapshot -> ids(
                snapshot,
                "SELECT r.id FROM " + snapshot.generation().asset() + " AS a JOIN "
                        + snapshot.generation().label() + " AS c ON c.key = a.company JOIN "
                        + snapshot.generation().record()
                        + " AS r ON r.rowkey = a.rowkey WHERE c.id = ?1 AND a.state <> ?4 "
                        + "AND (a.warranty <= ?2 OR a.support <= ?2) ORDER BY "
                        + "min(coalesce(a.warranty, a.support), coalesce(a.support, a.warranty)), a.name LIMIT ?3",
                Ids.bytes(company),
                soon.toEpochDay(),
                limit,
                Words.ASSET_STATE.rank(AssetState.RETIRED.code())));
    }

    private static List<UUID> ids(Database.Snapshot snapshot, String select, @Nullable Object... values)
            throws SQLException, StoreException {
        return snapshot.session().list(select, row -> Ids.uuid(row.getBytes(1)), values);
    }
}
