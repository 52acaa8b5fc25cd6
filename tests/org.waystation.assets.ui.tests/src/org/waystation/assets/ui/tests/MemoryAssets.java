package org.waystation.assets.ui.tests;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetCsv;
import org.waystation.api.assets.AssetHistory;
import org.waystation.api.assets.AssetHistory.Changed;
import org.waystation.api.assets.AssetHistory.Past;
import org.waystation.api.assets.AssetHistory.Worked;
import org.waystation.api.assets.AssetPlace;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.assets.AssetService;
import org.waystation.api.assets.AssetView;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.RemoteSession;
import org.waystation.api.domain.SessionProtocol;
import org.waystation.api.domain.Site;
import org.waystation.api.domain.Ticket;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Problem.FieldError;

/** Assets in memory, as one company has them. */
final class MemoryAssets implements AssetService {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final UUID COMPANY = id(1);
    static final UUID FILES = id(10);

    final Map<UUID, EntityRecord> records = new LinkedHashMap<>();
    final List<List<AssetChange>> changes = new ArrayList<>();
    final List<Runnable> followers = new ArrayList<>();

    MemoryAssets() {
        put(
                FILES,
                "FS-01",
                "server",
                Map.of(
                        "role", "File server",
                        "serial", "7XK2",
                        "manufacturer", "Dell",
                        "model", "PowerEdge R450",
                        "location", "HQ, rack B",
                        "purchasedOn", "2022-03-01",
                        "warrantyEndsOn", "2026-02-01",
                        "supportEndsOn", "2027-01-10",
                        "refreshPlannedOn", "2027-03-01",
                        "tags", List.of("backup")));
        put(id(11), "VH-01", "server", Map.of("warrantyEndsOn", "2028-01-01"));
        put(id(12), "LT-07", "laptop", Map.of("warrantyEndsOn", "2026-12-20"));
        put(id(13), "PR-2F", "printer", Map.of());
    }

    static UUID id(long number) {
        return new UUID(7L << 12, number);
    }

    private void put(UUID id, String name, String kind, Map<String, Object> more) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(more);
        data.put("name", name);
        data.put("kind", kind);
        data.put("state", "in_use");
        data.put("companyId", COMPANY.toString());
        records.put(id, new EntityRecord(EntityKind.ASSET, id, 1, 1, data));
    }

    Asset asset(UUID id) {
        return Asset.of(Objects.requireNonNull(records.get(id)));
    }

    List<AssetRow> rows() {
        return records.values().stream()
                .map(record -> new AssetRow(Asset.of(record), "Harbour Dental", "Quay Street", false))
                .toList();
    }

    @Override
    public LiveList<AssetRow> query(AssetQuery query, Executor deliverOn) {
        List<AssetRow> rows = rows();
        return new LiveList<>() {
            @Override
            public int size() {
                return rows.size();
            }

            @Override
            public AssetRow get(int index) {
                return rows.get(index);
            }

            @Override
            public CompletionStage<Integer> indexOf(UUID id) {
                return CompletableFuture.completedStage(
                        rows.stream().map(AssetRow::id).toList().indexOf(id));
            }

            @Override
            public void onChange(Runnable listener) {
                deliverOn.execute(listener);
            }

            @Override
            public @Nullable String failure() {
                return null;
            }

            @Override
            public void close() {
                // It never changes.
            }
        };
    }

    @Override
    public CompletionStage<Optional<Asset>> find(UUID assetId) {
        return CompletableFuture.completedStage(
                Optional.ofNullable(records.get(assetId)).map(Asset::of));
    }

    @Override
    public LiveValue follow(UUID assetId, Executor deliverOn, Consumer<Optional<AssetView>> subscriber) {
        Runnable deliver = () -> deliverOn.execute(() -> subscriber.accept(Optional.of(view(assetId))));
        followers.add(deliver);
        deliver.run();
        return () -> followers.remove(deliver);
    }

    private AssetView view(UUID id) {
        Asset asset = asset(id);
        List<AssetView.Related> related = asset.relations().stream()
                .map(relation -> new AssetView.Related(
                        relation,
                        true,
                        relation.assetId(),
                        relation.assetId().map(other -> asset(other).name()).orElse("")))
                .toList();
        Ticket ticket = Ticket.of(new EntityRecord(
                EntityKind.TICKET,
                id(50),
                1,
                1,
                Map.of("number", 48213, "subject", "Nightly backup failed", "status", "in_progress")));
        return new AssetView(
                asset,
                companies0().stream().findFirst(),
                Optional.empty(),
                Optional.empty(),
                related,
                List.of(ticket),
                Set.of());
    }

    static AssetHistory history() {
        return (assetId, deliverOn, subscriber) -> {
            deliverOn.execute(() -> subscriber.accept(past()));
            return () -> {};
        };
    }

    static Past past() {
        Instant at = Instant.parse("2026-11-23T14:05:00Z");
        return new Past(
                List.of(
                        new Changed(Optional.of(at), "You", "location", "HQ", "HQ, rack B", true),
                        new Changed(Optional.of(at), "Mara Svensson", "warrantyEndsOn", "", "2026-02-01", false),
                        new Changed(Optional.of(at), "Mara Svensson", "properties.cpu", "4", "8", false),
                        new Changed(Optional.of(at), "Mara Svensson", "", "", "", false)),
                List.of(new Worked(
                        new RemoteSession(
                                id(60),
                                Optional.of(COMPANY),
                                Optional.of(FILES),
                                Optional.of(id(50)),
                                Optional.empty(),
                                new SessionProtocol("ssh"),
                                "fs-01",
                                Optional.of(at),
                                Optional.of(at.plusSeconds(1_440)),
                                "Repository service",
                                Optional.empty()),
                        "Mara Svensson")));
    }

    @Override
    public CompletionStage<List<AssetRow>> all(AssetQuery query) {
        return CompletableFuture.completedStage(rows().stream()
                .filter(row -> query.filter().words().stream()
                        .allMatch(word ->
                                row.asset().name().toLowerCase(Locale.ROOT).contains(word)))
                .toList());
    }

    @Override
    public CompletionStage<List<AssetPlace>> places() {
        return CompletableFuture.completedStage(List.of(new AssetPlace(
                Optional.of(COMPANY), "Harbour Dental", Optional.of(id(2)), "Quay Street", records.size())));
    }

    @Override
    public CompletionStage<List<AssetRow>> at(AssetPlace place) {
        return CompletableFuture.completedStage(rows());
    }

    @Override
    public CompletionStage<UUID> create(Map<String, @Nullable Object> fields) {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public CompletionStage<List<UUID>> createAll(List<Map<String, @Nullable Object>> assets) {
        throw new UnsupportedOperationException("not here");
    }

    @Override
    public CompletionStage<List<AssetChange>> change(List<AssetChange> wanted) {
        changes.add(wanted);
        List<AssetChange> undo = new ArrayList<>();
        for (AssetChange change : wanted) {
            EntityRecord record = Objects.requireNonNull(records.get(change.assetId()));
            Map<String, @Nullable Object> data = new LinkedHashMap<>(record.data());
            Map<String, @Nullable Object> before = new LinkedHashMap<>();
            change.fields().forEach((field, value) -> {
                before.put(field, data.get(field));
                data.put(field, value);
            });
            undo.add(new AssetChange(change.assetId(), before));
            records.put(change.assetId(), record.withData(data));
        }
        List.copyOf(followers).forEach(Runnable::run);
        return CompletableFuture.completedStage(undo);
    }

    private static List<Company> companies0() {
        return List.of(new Company(COMPANY, "Harbour Dental", "Malmö", "", "", 40));
    }

    @Override
    public CompletionStage<List<Company>> companies() {
        return CompletableFuture.completedStage(companies0());
    }

    @Override
    public CompletionStage<List<Site>> sites(UUID companyId) {
        return CompletableFuture.completedStage(List.of());
    }

    /** Tables in memory. */
    static final class Tables implements AssetCsv {

        final List<Mapping> mappings = new ArrayList<>();
        int kept;

        @Override
        public CompletionStage<Table> read(Path file) {
            return CompletableFuture.completedStage(new Table(
                    List.of("Name", "Customer", "Type", "Warranty", "Owner"),
                    List.of(
                            new Line(2, List.of("PC-01", "Harbour Dental", "Workstation", "2027-03-31", "Ines")),
                            new Line(3, List.of("PC-02", "Harbour Dental", "Toaster", "2027-03-31", "")),
                            new Line(4, List.of("", "Harbour Dental", "Laptop", "soon", "")))));
        }

        @Override
        public Map<Integer, String> suggest(Table table) {
            return Map.of(0, "name", 1, "companyId", 2, "kind", 3, "warrantyEndsOn");
        }

        @Override
        public CompletionStage<Plan> plan(Table table, Mapping mapping) {
            mappings.add(mapping);
            return CompletableFuture.completedStage(new Plan(List.of(
                    new Planned(2, Outcome.MADE, "PC-01", Map.of(), Optional.empty(), List.of()),
                    new Planned(
                            3,
                            Outcome.WRONG,
                            "PC-02",
                            Map.of(),
                            Optional.empty(),
                            List.of(new FieldError(
                                    "kind", "unknown", "“Toaster” is none of Workstation, Laptop, Server."))),
                    new Planned(
                            4,
                            Outcome.WRONG,
                            "Harbour Dental",
                            Map.of(),
                            Optional.empty(),
                            List.of(
                                    new FieldError("name", "required", "An asset needs a name."),
                                    new FieldError("warrantyEndsOn", "format", "“soon” is no date."))))));
        }

        @Override
        public CompletionStage<Imported> keep(Plan plan) {
            kept++;
            return CompletableFuture.completedStage(new Imported(List.of(id(99)), List.of()));
        }

        @Override
        public CompletionStage<Integer> export(AssetQuery query, Path target) {
            return CompletableFuture.completedStage(4);
        }
    }
}
