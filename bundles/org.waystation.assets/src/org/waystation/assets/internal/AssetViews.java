package org.waystation.assets.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetView;
import org.waystation.api.assets.AssetView.Related;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.AssetRelation;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Site;
import org.waystation.api.domain.Ticket;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;

/** Puts together an asset with what a technician needs beside it. */
@Component(service = AssetViews.class)
public final class AssetViews {

    private static final Comparator<Ticket> LATEST_FIRST = Comparator.comparing(
            (Ticket ticket) -> ticket.createdAt().orElse(java.time.Instant.MAX), Comparator.reverseOrder());

    private final Records records;
    private final Outbox outbox;
    private final Allowed allowed;

    @Activate
    public AssetViews(@Reference Records records, @Reference Outbox outbox, @Reference Allowed allowed) {
        this.records = records;
        this.outbox = outbox;
        this.allowed = allowed;
    }

    Optional<AssetView> of(UUID assetId) throws StoreException {
        Optional<EntityRecord> record =
                records.find(new RecordRef(EntityKind.ASSET, assetId)).map(allowed::on);
        return record.isPresent() ? Optional.of(view(record.get())) : Optional.empty();
    }

    private AssetView view(EntityRecord record) throws StoreException {
        Asset asset = Asset.of(record);
        return new AssetView(
                asset,
                beside(EntityKind.COMPANY, asset.companyId(), Company::of),
                beside(EntityKind.SITE, asset.siteId(), Site::of),
                beside(EntityKind.AGREEMENT, asset.agreementId(), Agreement::of),
                relations(asset),
                records.referring(EntityKind.TICKET, "assetId", asset.id()).stream()
                        .map(Ticket::of)
                        .sorted(LATEST_FIRST)
                        .toList(),
                unsynced(asset.id()),
                record.actions());
    }

    private List<Related> relations(Asset asset) throws StoreException {
        List<Related> related = new ArrayList<>();
        for (AssetRelation relation : asset.relations()) {
            Optional<UUID> other = relation.assetId().or(relation::contactId);
            EntityKind kind = relation.assetId().isPresent() ? EntityKind.ASSET : EntityKind.CONTACT;
            String name =
                    beside(kind, other, record -> record.fields().text("name")).orElse("");
            related.add(new Related(relation, true, other, name));
        }
        if (asset.companyId().isPresent()) {
            for (EntityRecord record : records.referring(
                    EntityKind.ASSET, "companyId", asset.companyId().get())) {
                Asset other = Asset.of(record);
                other.relations().stream()
                        .filter(relation ->
                                relation.assetId().filter(asset.id()::equals).isPresent())
                        .forEach(relation ->
                                related.add(new Related(relation, false, Optional.of(other.id()), other.name())));
            }
        }
        return related;
    }

    private Set<String> unsynced(UUID assetId) throws StoreException {
        return outbox.pending(new RecordRef(EntityKind.ASSET, assetId)).stream()
                .flatMap(pending -> pending.operation().changes().stream())
                .map(FieldChange::field)
                .collect(Collectors.toSet());
    }

    private <T> Optional<T> beside(EntityKind kind, Optional<UUID> id, Function<EntityRecord, T> read)
            throws StoreException {
        return id.isPresent() ? records.find(new RecordRef(kind, id.get())).map(read) : Optional.empty();
    }
}
