package org.waystation.companies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.companies.CompanyColumn;
import org.waystation.api.companies.CompanyQuery;
import org.waystation.api.companies.CompanyRow;
import org.waystation.api.companies.CompanyView;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Company;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.Me;
import org.waystation.store.live.Background;

/** The company service over a real store, on the test's own thread. */
class CompanyServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID HARBOUR = id(1);
    private static final UUID KESTREL = id(2);
    private static final UUID BARE = id(3);
    private static final UUID DANA = id(10);
    private static final UUID TICKET = id(20);
    private static final UUID ASSET = id(21);

    @TempDir
    Path folder;

    private final Allowed allowed = new Allowed();
    private LocalStore store;
    private LocalCompanyService companies;

    @BeforeEach
    void fill() throws Exception {
        store = LocalStore.open(folder.resolve("store"), new byte[32]);
        Clock clock = Clock.fixed(TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Background here = new Background(Runnable::run, Runnable::run, (after, work) -> work.run());
        CompanyRows rows = new CompanyRows(store.records(), store.outbox(), store.companies(), clock);
        companies = new LocalCompanyService(
                here,
                store.records(),
                rows,
                new CompanyViews(store.records(), store.outbox(), store.companies(), rows, new Me(store.replica())),
                new CompanyEdits(store.records(), store.outbox(), new Earlier(store.outbox()), allowed));
        try (SnapshotWriter writer = store.replica().beginSnapshot("epoch-1")) {
            writer.write(List.of(
                    record(
                            EntityKind.COMPANY,
                            HARBOUR,
                            "name",
                            "Harbour Dental",
                            "city",
                            "Örebro",
                            "beforeWork",
                            "Ring"),
                    record(EntityKind.COMPANY, KESTREL, "name", "Kestrel Foods", "domain", "kestrel.example"),
                    record(EntityKind.COMPANY, BARE, "name", "Bare & Co"),
                    agreement(HARBOUR, "break_fix", "2020-01-01", null),
                    agreement(HARBOUR, "managed", "2026-01-01", null),
                    agreement(KESTREL, "managed", "2020-01-01", "2026-03-01"),
                    agreement(KESTREL, "block_hours", "2026-03-02", null),
                    record(EntityKind.CONTACT, id(11), "name", "Luis", "companyId", HARBOUR.toString()),
                    record(
                            EntityKind.CONTACT,
                            DANA,
                            "name",
                            "Dána Wood",
                            "companyId",
                            HARBOUR.toString(),
                            "primary",
                            true,
                            "phone",
                            "+44 1632 960-123"),
                    record(EntityKind.TICKET, TICKET, "subject", "S", "status", "new", "companyId", HARBOUR.toString()),
                    record(
                            EntityKind.ASSET,
                            ASSET,
                            "name",
                            "FS-01",
                            "state",
                            "in_use",
                            "companyId",
                            HARBOUR.toString(),
                            "warrantyEndsOn",
                            "2026-03-01")));
            writer.complete("c1");
        }
        store.awaitQuiet(); // so that no list looks again while it is read
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theListCountsFiltersAndSorts() {
        assertEquals(List.of("Bare & Co", "Harbour Dental", "Kestrel Foods"), names(CompanyQuery.all()));
        assertEquals(List.of("Harbour Dental"), names(typed("orebro")), "without accents");
        assertEquals(List.of("Kestrel Foods"), names(typed("agreement:block_hours")), "the one in force today");
        assertEquals(List.of("Bare & Co"), names(typed("agreement:none")));
        assertEquals(List.of("Kestrel Foods"), names(typed("kestrel.exam")));
        assertEquals(List.of(), names(typed("agreement:managed kestrel")));
        assertEquals(
                "Harbour Dental",
                names(CompanyQuery.all().sortedBy(CompanyColumn.OPEN_WORK, true))
                        .getFirst());
        try (LiveList<CompanyRow> live = companies.query(typed("harbour"), Runnable::run)) {
            CompanyRow row = live.get(0);
            assertEquals(Optional.of(AgreementKind.MANAGED), row.agreement());
            assertEquals(1, row.openTickets());
            assertEquals(1, row.assetsOver());
        }
    }

    @Test
    void theListFollowsEdits() {
        try (LiveList<CompanyRow> live = companies.query(CompanyQuery.all(), Runnable::run)) {
            change(new RecordRef(EntityKind.COMPANY, BARE), "name", "Zebra");
            assertEquals("Zebra", live.get(2).company().name());
            assertTrue(live.get(2).unsynced());
        }
    }

    @Test
    void thePageHasWhatBelongsToTheCompany() throws Exception {
        List<CompanyView> seen = new ArrayList<>();
        LiveValue live = companies.follow(HARBOUR, Runnable::run, view -> view.ifPresent(seen::add));
        CompanyView view = seen.getLast();
        assertEquals(AgreementKind.MANAGED, view.agreements().getFirst().kind());
        assertEquals("Dána Wood", view.contacts().getFirst().name(), "the primary one first");
        assertEquals(TICKET, view.openTickets().getFirst().id());
        assertEquals(ASSET, view.assetsAtRisk().getFirst().id());
        assertFalse(view.mayEdit(), "nobody is signed in");
        store.replica()
                .saveSession(
                        new ServerSession(id(90), "Mara", "P", "e", Instant.EPOCH, Optional.empty(), "dispatcher"));
        UUID made = companies
                .add(HARBOUR, EntityKind.SITE, fields("name", " Quay Street ", "city", ""))
                .toCompletableFuture()
                .get();
        store.awaitQuiet();
        view = seen.getLast();
        assertTrue(view.mayEdit());
        assertEquals("Quay Street", view.sites().getFirst().name(), "as it was added offline");
        Operation operation = store.outbox().pending().getLast().operation();
        assertEquals(made, operation.entityId());
        assertEquals(2, operation.changes().size(), "an empty field is none");
        live.close();
    }

    @Test
    void editsAreQueuedWithWhatWasThereBeforeAndWrongOnesRefused() throws Exception {
        RecordRef dana = new RecordRef(EntityKind.CONTACT, DANA);
        change(dana, "phone", "+44 1632 960-124");
        Operation operation = store.outbox().pending().getLast().operation();
        assertEquals("+44 1632 960-123", operation.changes().getFirst().oldValue());
        int waiting = store.outbox().waitingCount();
        change(dana, "phone", "+44 1632 960-124");
        assertEquals(waiting, store.outbox().waitingCount(), "what is already so is no change");
        for (String[] wrong : new String[][] {
            {"name", " "}, {"email", "no address"}, {"email", "a@b@c"}, {"phone", "1".repeat(51)}, {"role", "a\nb"}
        }) {
            CompletionException refused =
                    assertThrows(CompletionException.class, () -> change(dana, wrong[0], wrong[1]), wrong[0]);
            InvalidEditException invalid = assertInstanceOf(InvalidEditException.class, refused.getCause());
            assertEquals(wrong[0], invalid.problem().errors().getFirst().field());
        }
        assertThrows(
                CompletionException.class,
                () -> companies
                        .add(HARBOUR, EntityKind.CONTACT, fields("role", "Chief"))
                        .toCompletableFuture()
                        .join());
        assertEquals(waiting, store.outbox().waitingCount());
    }

    @Test
    void whereTheServerTakesNoneAnEditIsRefusedBeforeItIsQueued() throws StoreException {
        assertTrue(companies.takes(EntityKind.CONTACT));
        allowed.bindBackend((Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(),
                new Class<?>[] {Backend.class},
                (proxy, method, arguments) -> method.getName().equals("actionsOfNew")
                        ? RecordActions.of(List.of())
                        : fail("asked: " + method)));
        assertFalse(companies.takes(EntityKind.CONTACT));
        RecordRef dana = new RecordRef(EntityKind.CONTACT, DANA);
        for (Executable edit : List.<Executable>of(
                () -> change(dana, "name", "Dana Moss"),
                () -> companies
                        .add(HARBOUR, EntityKind.SITE, fields("name", "Shop"))
                        .toCompletableFuture()
                        .join())) {
            CompletionException refused = assertThrows(CompletionException.class, edit);
            InvalidEditException invalid = assertInstanceOf(InvalidEditException.class, refused.getCause());
            assertEquals("not_kept", invalid.problem().code());
        }
        assertEquals(0, store.outbox().waitingCount());
    }

    @Test
    void whatIsToBeKnownIsToldOnceAVisit() throws Exception {
        RecordRef ticket = new RecordRef(EntityKind.TICKET, TICKET);
        RecordRef asset = new RecordRef(EntityKind.ASSET, ASSET);
        assertTrue(companies
                .visit(ticket)
                .toCompletableFuture()
                .get()
                .orElseThrow()
                .first());
        assertFalse(
                companies.visit(asset).toCompletableFuture().get().orElseThrow().first(), "the same visit");
        change(new RecordRef(EntityKind.COMPANY, HARBOUR), "beforeWork", "Ring twice");
        assertTrue(
                companies.visit(asset).toCompletableFuture().get().orElseThrow().first(), "another note");
        assertEquals(
                Optional.empty(),
                companies
                        .visit(new RecordRef(EntityKind.COMPANY, KESTREL))
                        .toCompletableFuture()
                        .get());
    }

    @Test
    void aVisitEndsWhenNobodyComesBackForAWorkingDay() {
        Instant[] now = {Instant.parse("2026-03-02T09:00:00Z")};
        Visits visits = new Visits(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        });
        Company company = new Company(HARBOUR, "H", "", "", "", 0, "Ring");
        assertTrue(visits.at(company).first());
        now[0] = now[0].plus(Duration.ofHours(7));
        assertFalse(visits.at(company).first());
        now[0] = now[0].plus(Duration.ofHours(7));
        assertFalse(visits.at(company).first(), "seven hours since the last");
        now[0] = now[0].plus(Duration.ofHours(8));
        assertTrue(visits.at(company).first());
    }

    @Test
    void companiesAndPeopleAreFound() {
        List<RecordRef> opened = new ArrayList<>();
        List<SearchHit> hits = new ArrayList<>();
        new CompanySearch(store.records(), opened::add).search("dental", 5, () -> false, hits::add);
        assertEquals("Harbour Dental", hits.getFirst().title());
        hits.clear();
        ContactSearch contacts = new ContactSearch(store.records(), opened::add);
        contacts.search("dana", 5, () -> false, hits::add);
        contacts.search("01632 960123", 5, () -> false, hits::add);
        contacts.search("1632960123", 5, () -> false, hits::add);
        assertEquals(
                List.of("Dána Wood", "Dána Wood"),
                hits.stream().map(SearchHit::title).toList());
        assertTrue(hits.getFirst().detail().startsWith("Harbour Dental"));
        hits.getFirst().open().run();
        assertEquals(List.of(new RecordRef(EntityKind.COMPANY, HARBOUR)), opened);
    }

    private void change(RecordRef ref, String field, Object value) {
        companies.change(ref, fields(field, value)).toCompletableFuture().join();
        try {
            store.awaitQuiet();
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static CompanyQuery typed(String filter) {
        return CompanyQuery.all().withFilter(CompanyQuery.filter(filter));
    }

    private List<String> names(CompanyQuery query) {
        try (LiveList<CompanyRow> live = companies.query(query, Runnable::run)) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < live.size(); i++) {
                names.add(live.get(i).company().name());
            }
            return names;
        }
    }

    private static EntityRecord agreement(UUID company, String kind, String from, String to) {
        Map<String, Object> data =
                new HashMap<>(Map.of("companyId", company.toString(), "name", kind, "kind", kind, "startsOn", from));
        if (to != null) {
            data.put("endsOn", to);
        }
        return new EntityRecord(EntityKind.AGREEMENT, UUID.nameUUIDFromBytes((company + kind).getBytes()), 1, 1, data);
    }

    private static Map<String, Object> fields(Object... fields) {
        Map<String, Object> data = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            data.put((String) fields[i], fields[i + 1]);
        }
        return data;
    }

    private static EntityRecord record(EntityKind kind, UUID id, Object... fields) {
        return new EntityRecord(kind, id, 1, 1, fields(fields));
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
