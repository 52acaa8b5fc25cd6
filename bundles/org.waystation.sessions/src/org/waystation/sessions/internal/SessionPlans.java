package org.waystation.sessions.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Ticket;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.SessionPlan;
import org.waystation.api.session.SessionPlan.Choice;
import org.waystation.store.Records;

/** Finds out from the store what one may want to connect to. Called on a thread of the store. */
@Component(service = SessionPlans.class)
public final class SessionPlans {

    private static final int ASSETS_MOST = 200;

    private final Records records;
    private final Journal journal;

    @Activate
    public SessionPlans(@Reference Records records, @Reference Journal journal) {
        this.records = records;
        this.journal = journal;
    }

    SessionPlan of(RecordRef ref) throws IOException {
        Optional<EntityRecord> record = records.find(ref);
        if (record.isEmpty()) {
            return new SessionPlan("", Optional.empty(), "", Optional.empty(), "", List.of());
        }
        if (ref.kind().equals(EntityKind.ASSET)) {
            Asset asset = Asset.of(record.get());
            return plan(asset.name(), asset.companyId(), Optional.empty(), "", List.of(choice(record.get())));
        }
        if (ref.kind().equals(EntityKind.TICKET)) {
            return ofTicket(Ticket.of(record.get()));
        }
        if (ref.kind().equals(EntityKind.COMPANY)) {
            Optional<UUID> company = Optional.of(ref.id());
            return plan(Company.of(record.get()).name(), company, Optional.empty(), "", assetsOf(company));
        }
        return new SessionPlan("", Optional.empty(), "", Optional.empty(), "", List.of());
    }

    private SessionPlan ofTicket(Ticket ticket) throws IOException {
        String title = SessionTickets.title(ticket);
        Optional<EntityRecord> asset = ticket.assetId().isPresent()
                ? records.find(new RecordRef(EntityKind.ASSET, ticket.assetId().get()))
                : Optional.empty();
        if (asset.isPresent()) {
            String name = Asset.of(asset.get()).name();
            return plan(name, ticket.companyId(), Optional.of(ticket.id()), title, List.of(choice(asset.get())));
        }
        return plan(title, ticket.companyId(), Optional.of(ticket.id()), title, assetsOf(ticket.companyId()));
    }

    private SessionPlan plan(
            String title, Optional<UUID> company, Optional<UUID> ticket, String ticketTitle, List<Choice> assets)
            throws IOException {
        String companyName = "";
        if (company.isPresent()) {
            companyName = records.find(new RecordRef(EntityKind.COMPANY, company.get()))
                    .map(record -> Company.of(record).name())
                    .orElse("");
        }
        return new SessionPlan(title, company, companyName, ticket, ticketTitle, assets);
    }

    private List<Choice> assetsOf(Optional<UUID> company) throws IOException {
        List<Choice> choices = new ArrayList<>();
        if (company.isPresent()) {
            for (EntityRecord record : records.referring(EntityKind.ASSET, "companyId", company.get())) {
                if (choices.size() < ASSETS_MOST) {
                    choices.add(choice(record));
                }
            }
        }
        return choices;
    }

    private Choice choice(EntityRecord record) throws IOException {
        String address = record.data().get("properties") instanceof Map<?, ?> properties
                        && properties.get("address") instanceof String text
                ? text
                : "";
        return new Choice(record.id(), Asset.of(record).name(), address, journal.lastTarget(record.id()));
    }
}
