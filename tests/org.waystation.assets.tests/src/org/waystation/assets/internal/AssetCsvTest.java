package org.waystation.assets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.assets.AssetCsv.Imported;
import org.waystation.api.assets.AssetCsv.Mapping;
import org.waystation.api.assets.AssetCsv.Outcome;
import org.waystation.api.assets.AssetCsv.Plan;
import org.waystation.api.assets.AssetCsv.Planned;
import org.waystation.api.assets.AssetCsv.Table;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.domain.Asset;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.live.Background;

/** Tables in and out, over a real store, on the test's own thread. */
class AssetCsvTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID HARBOUR = id(1);
    private static final UUID KESTREL = id(2);
    private static final UUID TWIN = id(3);
    private static final UUID OTHER_TWIN = id(4);
    private static final UUID QUAY = id(5);
    private static final UUID FILES = id(10);

    /** A line of a kind, and the code that it must be refused with. */
    private record Wrong(String line, String field, String code) {}

    private static final List<Wrong> WRONG = List.of(
            new Wrong(",Harbour Dental,,Server,,,", "name", "required"),
            new Wrong("W-%d,Nobody & Sons,,Server,,,", "companyId", "reference_missing"),
            new Wrong("W-%d,Twin Ltd,,Server,,,", "companyId", "ambiguous"),
            new Wrong("W-%d,,,Server,,,", "companyId", "required"),
            new Wrong("W-%d,Harbour Dental,Moon base,Server,,,", "siteId", "reference_missing"),
            new Wrong("W-%d,Kestrel Foods,Quay Street,Server,,,", "siteId", "reference_missing"),
            new Wrong("W-%d,Harbour Dental,,Toaster,,,", "kind", "unknown"),
            new Wrong("W-%d,Harbour Dental,,,,,", "kind", "required"),
            new Wrong("W-%d,Harbour Dental,,Server,,03/04/2027,", "warrantyEndsOn", "format"),
            new Wrong("W-%d,Harbour Dental,,Server,,2027-02-30,", "warrantyEndsOn", "format"),
            new Wrong("W-%d,Harbour Dental,,Server,,soon,", "warrantyEndsOn", "format"),
            new Wrong("W-%d,Harbour Dental,,Server", "", "columns"),
            new Wrong("W-%d,Harbour Dental,,Server,,,,,one too many", "", "columns"),
            new Wrong("W-%d,Harbour Dental,,Server," + "x".repeat(201) + ",,", "serial", "too_long"),
            new Wrong("\"W\u0007-%d\",Harbour Dental,,Server,,,", "name", "characters"),
            new Wrong("FS-01,Harbour Dental,,Server,,,", "name", "exists"),
            new Wrong("W-%d,Harbour Dental,,Server,DOUBLE,,", "serial", "duplicate"),
            new Wrong("W-%d,Harbour Dental,,Server,,,\"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u\"", "tags", "range"));

    @TempDir
    Path folder;

    private LocalStore store;
    private LocalAssetCsv csv;
    private LocalAssetService assets;

    @BeforeEach
    void fill() throws Exception {
        store = LocalStore.open(folder.resolve("store"), new byte[32]);
        Background here = new Background(Runnable::run, Runnable::run, (after, work) -> work.run());
        AssetEdits edits = new AssetEdits(store.records(), store.outbox(), new Earlier(store.outbox()), new Allowed());
        csv = new LocalAssetCsv(here, store.records(), store.assets(), edits);
        assets = new LocalAssetService(
                here,
                store.records(),
                store.assets(),
                new AssetViews(store.records(), store.outbox(), new Allowed()),
                edits);
        try (SnapshotWriter writer = store.replica().beginSnapshot("epoch-1")) {
            writer.write(List.of(
                    record(EntityKind.COMPANY, HARBOUR, Map.of("name", "Harbour Dental")),
                    record(EntityKind.COMPANY, KESTREL, Map.of("name", "Kestrel Foods")),
                    record(EntityKind.COMPANY, TWIN, Map.of("name", "Twin Ltd")),
                    record(EntityKind.COMPANY, OTHER_TWIN, Map.of("name", "Twin Ltd")),
                    record(EntityKind.SITE, QUAY, Map.of("name", "Quay Street", "companyId", HARBOUR.toString())),
                    record(
                            EntityKind.ASSET,
                            FILES,
                            Map.of(
                                    "name",
                                    "FS-01",
                                    "kind",
                                    "server",
                                    "state",
                                    "in_use",
                                    "serial",
                                    "7XK2",
                                    "companyId",
                                    HARBOUR.toString(),
                                    "properties",
                                    Map.of("os", "Debian 12", "cpu", "4")))));
            writer.complete("c1");
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tenThousandLinesWithEveryKindOfErrorAreToldLineByLineAndTheRestIsKept() throws Exception {
        StringBuilder text = new StringBuilder("Name,Customer,Site,Type,Serial number,Warranty,Tags\n");
        text.append("First,Harbour Dental,,Server,double,,\n");
        Map<Long, Wrong> wrong = new HashMap<>();
        int right = 1;
        for (long line = 3; line <= 10_001; line++) {
            if (line % 20 < WRONG.size()) {
                Wrong kind = WRONG.get((int) (line % 20));
                wrong.put(line, kind);
                text.append(kind.line().formatted(line)).append('\n');
            } else {
                right++;
                text.append("PC-")
                        .append(line)
                        .append(",Harbour Dental,Quay Street,Workstation,S")
                        .append(line)
                        .append(",2027-03-31,\"new, \"\"quoted\"\"\"\n");
            }
        }
        Plan plan = plan(text.toString(), false);
        assertEquals(10_000, plan.lines().size());
        assertEquals(right, plan.count(Outcome.MADE));
        assertEquals(wrong.size(), plan.count(Outcome.WRONG));
        for (Planned line : plan.lines()) {
            Wrong expected = wrong.get(line.line());
            assertEquals(expected != null, line.outcome() == Outcome.WRONG, "line " + line.line() + " " + line);
            if (expected != null) {
                assertTrue(
                        line.errors().stream()
                                .anyMatch(error -> error.field().equals(expected.field())
                                        && error.code().equals(expected.code())
                                        && !error.detail().isBlank()),
                        "line " + line.line() + " should be " + expected + ", is " + line.errors());
            }
        }
        assertEquals(List.of(), store.outbox().pending(), "a dry run keeps nothing");

        Imported kept = csv.keep(plan).toCompletableFuture().get();
        assertEquals(right, kept.made().size());
        Asset made = asset(kept.made().getLast());
        assertEquals(List.of("new", "\"quoted\""), made.tags());
        assertEquals(Optional.of(QUAY), made.siteId());
        assertEquals(Optional.of(LocalDate.of(2027, 3, 31)), made.warrantyEndsOn());
    }

    @Test
    void anAssetOfAnotherCompanyIsAnotherAsset() throws Exception {
        Plan plan = plan("serial;name;kind;location\n7xk2;FS-01;Server;Rack B\n", true, KESTREL);
        assertEquals(Outcome.MADE, plan.lines().getFirst().outcome());
    }

    @Test
    void anAssetIsFoundBySerialAndItsOtherPropertiesStay() throws Exception {
        Plan plan = plan("serial,name,kind,properties.cpu\n7xk2,FS-01,Server,8\n", true, HARBOUR);
        Planned line = plan.lines().getFirst();
        assertEquals(Outcome.CHANGED, line.outcome());
        assertEquals(List.of("serial", "properties"), List.copyOf(line.fields().keySet()));
        Imported kept = csv.keep(plan).toCompletableFuture().get();
        assertEquals(Map.of("os", "Debian 12", "cpu", "8"), asset(FILES).properties());
        assets.change(kept.undo()).toCompletableFuture().get();
        assertEquals(Map.of("os", "Debian 12", "cpu", "4"), asset(FILES).properties());
        assertEquals("7XK2", asset(FILES).serial());

        assertEquals(
                Outcome.SAME,
                plan("serial,name\n7XK2,FS-01\n", true, HARBOUR)
                        .lines()
                        .getFirst()
                        .outcome());
    }

    @Test
    void tablesComeInManyForms() throws Exception {
        assertEquals(
                List.of("name", "serial"), read("\uFEFFname;serial\r\na;b\r\n").headings(), "with a byte order mark");
        assertEquals(
                "b", read("name\tserial\na\tb\n").lines().getFirst().cells().get(1));
        Path western = folder.resolve("western.csv");
        Files.write(western, "name,location\nPC,Malmö\n".getBytes(Charset.forName("windows-1252")));
        assertEquals(
                "Malmö",
                csv.read(western)
                        .toCompletableFuture()
                        .get()
                        .lines()
                        .getFirst()
                        .cells()
                        .get(1));
        Table broken = read("name,location\n\"a\nb\",c\nd,e\n");
        assertEquals(
                List.of(2L, 4L),
                broken.lines().stream().map(line -> line.number()).toList(),
                "lines are counted as an editor does");
    }

    @Test
    void whatIsNoTableSaysSo() {
        assertTrue(failure("").contains("no table"));
        assertTrue(failure("name,serial\n").contains("no table"));
        assertTrue(failure("name,serial\na,\"b\n").contains("breaks off"));
        assertTrue(failure("x,".repeat(300) + "\n" + "y,".repeat(300)).contains("columns"));
        CompletionException missing = assertThrows(
                CompletionException.class,
                () -> csv.read(folder.resolve("nowhere.csv"))
                        .toCompletableFuture()
                        .join());
        assertInstanceOf(UncheckedIOException.class, missing.getCause());
    }

    @Test
    void noExportedTextIsAFormulaAndAllOfItComesBackAsItWas() throws Exception {
        List<String> names = List.of(
                "=HYPERLINK(\"http://evil.example\")",
                "+1",
                "-2",
                "@SUM(A1)",
                "'=quoted already",
                "''=twice",
                "'plain apostrophe",
                "comma, \"quote\" and\nline",
                "Malmö ✓");
        for (String name : names) {
            assets.create(Map.of(
                            "name",
                            name,
                            "kind",
                            "server",
                            "companyId",
                            KESTREL.toString(),
                            "properties",
                            Map.of("os", "=cmd|' /C calc'!A0")))
                    .toCompletableFuture()
                    .get();
        }
        Path out = folder.resolve("out.csv");
        AssetQuery query = AssetQuery.all(TODAY).withFilter(AssetQuery.filter("company:kestrel"));
        assertEquals(names.size(), csv.export(query, out).toCompletableFuture().get());
        Table table = csv.read(out).toCompletableFuture().get();
        String raw = Files.readString(out, StandardCharsets.UTF_8);
        for (String line : raw.split("\r\n")) {
            for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                String plain = cell.startsWith("\"") ? cell.substring(1) : cell;
                assertFalse(plain.matches("(?s)[=+\\-@\t\r].*"), "a spreadsheet would run " + cell);
            }
        }
        List<String> back = new ArrayList<>(
                table.lines().stream().map(line -> line.cells().getFirst()).toList());
        assertEquals(names.stream().sorted().toList(), back.stream().sorted().toList());
        assertEquals("properties.os", table.headings().getLast());
        assertEquals("=cmd|' /C calc'!A0", table.lines().getFirst().cells().getLast());
        Plan again = csv.plan(table, new Mapping(csv.suggest(table), Optional.empty(), true))
                .toCompletableFuture()
                .get();
        assertEquals(names.size(), again.count(Outcome.SAME), "an export read again changes nothing");
        assertEquals(
                List.of(out.getFileName()),
                Files.list(folder)
                        .map(Path::getFileName)
                        .filter(name -> name.toString().contains("out")
                                || name.toString().contains("part"))
                        .toList(),
                "nothing half is left");
    }

    private Plan plan(String text, boolean update, UUID... company) throws Exception {
        Table table = read(text);
        Optional<UUID> whose = company.length == 0 ? Optional.empty() : Optional.of(company[0]);
        return csv.plan(table, new Mapping(csv.suggest(table), whose, update))
                .toCompletableFuture()
                .get();
    }

    private Table read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("in.csv"), text);
        return csv.read(file).toCompletableFuture().get();
    }

    private String failure(String text) {
        CompletionException failure = assertThrows(CompletionException.class, () -> {
            Path file = Files.writeString(folder.resolve("in.csv"), text);
            csv.read(file).toCompletableFuture().join();
        });
        return String.valueOf(failure.getCause().getMessage());
    }

    private Asset asset(UUID id) throws Exception {
        return Asset.of(
                store.records().find(new RecordRef(EntityKind.ASSET, id)).orElseThrow());
    }

    private static EntityRecord record(EntityKind kind, UUID id, Map<String, Object> fields) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(fields);
        return new EntityRecord(kind, id, 1, id.getLeastSignificantBits() & 0xFF, data);
    }

    private static UUID id(long number) {
        return new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }
}
