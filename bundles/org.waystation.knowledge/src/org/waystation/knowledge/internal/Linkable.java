package org.waystation.knowledge.internal;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.knowledge.LinkedRecord;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;
import org.waystation.store.AssetIndex;
import org.waystation.store.StoreException;
import org.waystation.store.TicketIndex;
import org.waystation.store.edit.Me;

/** Finds assets and tickets that an article could be linked with; without a text, what one is likely to mean. */
@Component(service = Linkable.class)
public final class Linkable {

    private final AssetIndex assets;
    private final TicketIndex tickets;
    private final Me me;

    @Activate
    public Linkable(@Reference AssetIndex assets, @Reference TicketIndex tickets, @Reference Me me) {
        this.assets = assets;
        this.tickets = tickets;
        this.me = me;
    }

    List<LinkedRecord> find(EntityKind kind, String text, int limit) throws StoreException {
        if (kind.equals(EntityKind.ASSET)) {
            List<AssetRow> found =
                    text.isBlank() ? assets.first(AssetQuery.all(LocalDate.now()), limit) : assets.search(text, limit);
            return found.stream().map(Linkable::linked).toList();
        }
        List<TicketRow> found = text.isBlank()
                ? tickets.first(TicketQuery.myQueue(), me.id(), limit)
                : tickets.search(text.strip().startsWith("#") ? text.strip().substring(1) : text, limit, me.id());
        return found.stream().map(Linkable::linked).toList();
    }

    private static LinkedRecord linked(AssetRow row) {
        String whose = row.companyName().isEmpty() ? "" : row.companyName() + " · ";
        return new LinkedRecord(
                new RecordRef(EntityKind.ASSET, row.id()),
                row.asset().name(),
                whose + row.asset().kind().label());
    }

    private static LinkedRecord linked(TicketRow row) {
        String number = row.number().map(known -> "#" + known + " ").orElse("");
        return new LinkedRecord(new RecordRef(EntityKind.TICKET, row.id()), number + row.subject(), row.companyName());
    }
}
