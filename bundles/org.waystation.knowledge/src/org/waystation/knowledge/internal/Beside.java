package org.waystation.knowledge.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Ticket;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.ArticleIndex;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Articles that belong beside an asset or a ticket: those linked with it, and those that may help. */
@Component(service = Beside.class)
public final class Beside {

    private final Records records;
    private final ArticleIndex index;

    @Activate
    public Beside(@Reference Records records, @Reference ArticleIndex index) {
        this.records = records;
        this.index = index;
    }

    List<ArticleRow> linked(RecordRef with) throws StoreException {
        return index.rows(ids(with));
    }

    /** By the words of the ticket's subject and tags and of its asset, among articles of its company and of none. */
    List<ArticleRow> suggested(UUID ticketId, int limit) throws StoreException {
        RecordRef ref = new RecordRef(EntityKind.TICKET, ticketId);
        Optional<Ticket> ticket = records.find(ref).map(Ticket::of);
        if (ticket.isEmpty()) {
            return List.of();
        }
        Set<UUID> linked = Set.copyOf(ids(ref));
        String text =
                ticket.get().subject() + " " + String.join(" ", ticket.get().tags()) + " "
                        + asset(ticket.get().assetId());
        return index.like(text, ticket.get().companyId(), limit + linked.size()).stream()
                .filter(row -> !linked.contains(row.id()))
                .limit(limit)
                .toList();
    }

    private List<UUID> ids(RecordRef with) throws StoreException {
        return records.referring(EntityKind.ARTICLE, ArticleEdits.field(with.kind()), with.id()).stream()
                .map(EntityRecord::id)
                .collect(Collectors.toList())
                .reversed();
    }

    private String asset(Optional<UUID> id) throws StoreException {
        if (id.isEmpty()) {
            return "";
        }
        return records.find(new RecordRef(EntityKind.ASSET, id.get()))
                .map(Asset::of)
                .map(asset -> asset.name() + " " + asset.role() + " " + asset.model())
                .orElse("");
    }
}
