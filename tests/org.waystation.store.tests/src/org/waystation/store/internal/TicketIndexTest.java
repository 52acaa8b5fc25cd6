package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;
import org.waystation.store.LocalStore;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;
import org.waystation.store.TicketIndex;

/** The index against the plainest way to answer the same queues, over seeded random tickets. */
@TestInstance(Lifecycle.PER_CLASS)
class TicketIndexTest {

    private static final int TICKETS = 3_000;
    private static final long SEED = 20260302;

    private static final List<String> FILTERS = List.of(
            "",
            "status:open",
            "assignee:me status:open",
            "assignee:none",
            "assignee:grace",
            "status:closed",
            "status:open status:resolved",
            "status:\"in progress\"",
            "status:on_the_moon",
            "priority:p1 priority:p2",
            "priority:p1 type:incident status:open",
            "company:harbour",
            "company:\"Müller\" status:open",
            "company:nowhere",
            "origin:proactive agreement:managed",
            "agreement:none",
            "agreement:break_fix",
            "tag:vip",
            "tag:VIP status:open",
            "backup",
            "bac srv status:open",
            "printer tag:vip",
            "zzz",
            "1042",
            "type:alert backup priority:p3");

    private TicketWorld world;
    private LocalStore store;
    private TicketIndex index;

    @BeforeAll
    void fill(@TempDir Path folder) throws StoreException {
        world = new TicketWorld(new Random(SEED), TICKETS);
        store = LocalStore.open(folder.resolve("store"), StoreFixture.KEY);
        index = store.tickets();
        StoreFixture.snapshot(store, "epoch-1", "c1", world.records().toArray(EntityRecord[]::new));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void everyQueueHoldsTheRightTicketsInOrder() throws StoreException {
        for (String filter : FILTERS) {
            for (TicketColumn sort : TicketColumn.values()) {
                check(query(filter, sort, false, null));
                check(query(filter, sort, true, null));
            }
        }
    }

    @Test
    void groupsComeBeforeTheSortWithinThem() throws StoreException {
        for (String filter : List.of("", "status:open", "tag:vip", "priority:p2")) {
            for (TicketColumn group : List.of(
                    TicketColumn.COMPANY,
                    TicketColumn.STATUS,
                    TicketColumn.PRIORITY,
                    TicketColumn.ASSIGNEE,
                    TicketColumn.AGREEMENT,
                    TicketColumn.ORIGIN)) {
                for (TicketColumn sort : List.of(TicketColumn.SLA_DUE, TicketColumn.SUBJECT, TicketColumn.COMPANY)) {
                    check(query(filter, sort, true, group));
                }
            }
        }
    }

    @Test
    void anOldestFirstQueueWithoutAnyMatchIsEmpty() throws StoreException {
        TicketQuery none = query("zzz", TicketColumn.NUMBER, false, null);
        assertEquals(0, index.keys(none, world.me()).size());
        assertEquals(List.of(), index.first(none, world.me(), 10));
    }

    @Test
    void aTicketIsFoundInItsQueueByItsId() throws StoreException {
        TicketQuery query = query("status:open", TicketColumn.UPDATED, true, null);
        RowOrder keys = index.keys(query, world.me());
        List<TicketRow> rows = all(keys);
        for (int i : new int[] {0, rows.size() / 2, rows.size() - 1}) {
            assertEquals(i, keys.indexOf(rows.get(i).id()));
        }
        assertEquals(-1, keys.indexOf(Sample.id()));
    }

    @Test
    void aRowShowsWhatBelongsToItsTicket() throws StoreException {
        TicketWorld.Expected expected = world.tickets().get(17);
        TicketRow row = rowOf(expected.id());
        assertEquals(expected.companyName(), row.companyName());
        assertEquals(expected.assigneeName(), row.assigneeName());
        assertEquals(
                expected.agreementKind(),
                row.agreementKind().map(kind -> kind.code()).orElse(""));
        assertEquals(expected.subject(), row.subject());
    }

    @Test
    void searchFindsNumbersFirstAndBeginningsOfWords() throws StoreException {
        TicketWorld.Expected some = world.tickets().get(99);
        assertEquals(
                some.id(),
                index.search("#" + some.number(), 5, world.me()).getFirst().id());
        List<TicketRow> hits = index.search("BACK srv", TICKETS, world.me());
        assertEquals(
                world.tickets().stream()
                        .filter(t -> t.hasWords(List.of("back", "srv")))
                        .map(TicketWorld.Expected::id)
                        .sorted()
                        .toList(),
                hits.stream().map(TicketRow::id).sorted().toList());
        long open = world.tickets().stream()
                .filter(t -> t.hasWords(List.of("back", "srv")) && t.open())
                .count();
        assertTrue(
                hits.stream()
                        .limit(open)
                        .allMatch(hit -> TicketWorld.isOpen(hit.status().code())),
                "open ones first");
        assertEquals(List.of(), index.search("\"' OR (* -", 5, world.me()), "nothing typed is an operator");
    }

    private void check(TicketQuery query) throws StoreException {
        List<TicketWorld.Expected> expected = world.matching(query.filter());
        RowOrder keys = index.keys(query, world.me());
        List<TicketRow> rows = all(keys);
        String what = query.toString();
        assertEquals(expected.size(), rows.size(), what);
        assertEquals(
                new HashSet<>(expected.stream().map(TicketWorld.Expected::id).toList()),
                new HashSet<>(rows.stream().map(TicketRow::id).toList()),
                what);
        assertOrdered(query, rows.stream().map(row -> world.byId(row.id())).toList());
        List<UUID> first =
                index.first(query, world.me(), 20).stream().map(TicketRow::id).toList();
        assertEquals(rows.stream().limit(20).map(TicketRow::id).toList(), first, "first page of " + what);
    }

    private void assertOrdered(TicketQuery query, List<TicketWorld.Expected> rows) {
        for (int i = 1; i < rows.size(); i++) {
            int order = query.group()
                    .map(group -> world.comparator(group, false))
                    .map(c -> c.thenComparing(world.comparator(query.sort(), query.descending())))
                    .orElseGet(() -> world.comparator(query.sort(), query.descending()))
                    .compare(rows.get(i - 1), rows.get(i));
            assertTrue(order <= 0, query + " at " + i + ": " + rows.get(i - 1) + " before " + rows.get(i));
        }
    }

    private List<TicketRow> all(RowOrder keys) throws StoreException {
        List<TicketRow> rows = new ArrayList<>();
        for (TicketRow row : index.rows(keys, 0, keys.size(), world.me())) {
            rows.add(Objects.requireNonNull(row));
        }
        return rows;
    }

    private TicketRow rowOf(UUID id) throws StoreException {
        RowOrder keys = index.keys(query("", TicketColumn.NUMBER, false, null), world.me());
        int at = keys.indexOf(id);
        return Objects.requireNonNull(index.rows(keys, at, at + 1, world.me()).getFirst());
    }

    private static TicketQuery query(
            String filter, TicketColumn sort, boolean descending, @Nullable TicketColumn group) {
        return new TicketQuery(TicketFilter.parse(filter), sort, descending, Optional.ofNullable(group));
    }
}
