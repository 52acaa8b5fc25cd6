package org.waystation.companies.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.companies.CompanyQuery;
import org.waystation.api.companies.CompanyRow;
import org.waystation.api.companies.CompanyService;
import org.waystation.api.companies.CompanyView;
import org.waystation.api.companies.Visit;
import org.waystation.api.domain.Company;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.live.Background;
import org.waystation.store.live.Followed;
import org.waystation.store.live.RowList;

/** Companies over the local store. */
@Component(service = CompanyService.class)
public final class LocalCompanyService implements CompanyService {

    /** Kinds whose records show in the list, or in its counts. */
    private static final Set<EntityKind> LISTED =
            Set.of(EntityKind.COMPANY, EntityKind.AGREEMENT, EntityKind.TICKET, EntityKind.ASSET);

    /** Kinds any of whose records may show beside a company. */
    private static final Set<EntityKind> BESIDE = Set.of(
            EntityKind.COMPANY,
            EntityKind.AGREEMENT,
            EntityKind.CONTACT,
            EntityKind.SITE,
            EntityKind.TICKET,
            EntityKind.ASSET,
            EntityKind.REMOTE_SESSION,
            EntityKind.ARTICLE);

    private final Background background;
    private final Records records;
    private final CompanyRows rows;
    private final CompanyViews views;
    private final CompanyEdits edits;
    private final Visits visits = new Visits(Clock.systemUTC());

    @Activate
    public LocalCompanyService(
            @Reference Background background,
            @Reference Records records,
            @Reference CompanyRows rows,
            @Reference CompanyViews views,
            @Reference CompanyEdits edits) {
        this.background = background;
        this.records = records;
        this.rows = rows;
        this.views = views;
        this.edits = edits;
    }

    @Override
    public LiveList<CompanyRow> query(CompanyQuery query, Executor deliverOn) {
        return RowList.open(new CompanySource(rows, query), LISTED, records, background, deliverOn);
    }

    @Override
    public CompletionStage<Optional<Company>> find(UUID companyId) {
        return background.read(() -> company(companyId));
    }

    @Override
    public LiveValue follow(UUID companyId, Executor deliverOn, Consumer<Optional<CompanyView>> subscriber) {
        return Followed.open(
                () -> views.of(companyId),
                (Optional<CompanyView> shown, RecordRef ref) -> BESIDE.contains(ref.kind()),
                records,
                background,
                deliverOn,
                subscriber);
    }

    @Override
    public CompletionStage<Void> change(RecordRef record, Map<String, @Nullable Object> fields) {
        return background
                .edit(() -> {
                    edits.change(record, fields);
                    return true;
                })
                .thenAccept(kept -> {});
    }

    @Override
    public CompletionStage<UUID> add(UUID companyId, EntityKind kind, Map<String, @Nullable Object> fields) {
        return background.edit(() -> edits.add(companyId, kind, fields));
    }

    @Override
    public boolean takes(EntityKind kind) {
        return edits.takes(kind);
    }

    @Override
    public CompletionStage<Optional<UUID>> companyOf(RecordRef record) {
        return background.read(() -> owner(record));
    }

    @Override
    public CompletionStage<Optional<Visit>> visit(RecordRef record) {
        return background.read(() -> {
            Optional<UUID> owner = owner(record);
            Optional<Company> company = owner.isPresent() ? company(owner.get()) : Optional.empty();
            return company.filter(found -> !found.beforeWork().isBlank()).map(visits::at);
        });
    }

    private Optional<Company> company(UUID id) throws StoreException {
        return records.find(new RecordRef(EntityKind.COMPANY, id)).flatMap(found -> Readable.one(found, Company::of));
    }

    private Optional<UUID> owner(RecordRef record) throws StoreException {
        return record.kind().equals(EntityKind.COMPANY)
                ? Optional.of(record.id())
                : records.find(record).flatMap(LocalCompanyService::owner);
    }

    private static Optional<UUID> owner(EntityRecord record) {
        try {
            return record.fields().uuid("companyId");
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }
}
