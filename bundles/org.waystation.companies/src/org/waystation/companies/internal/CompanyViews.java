package org.waystation.companies.internal;

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
import org.waystation.api.companies.CompanyView;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Contact;
import org.waystation.api.domain.RemoteSession;
import org.waystation.api.domain.Site;
import org.waystation.api.domain.Ticket;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.ServerSession;
import org.waystation.store.CompanyIndex;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Me;

/** Puts together a company with what a technician needs beside it. */
@Component(service = CompanyViews.class)
public final class CompanyViews {

    private static final int SHOWN = 12;

    /** Who changes companies themselves; the server says the same. */
    private static final Set<String> KEEPERS = Set.of("dispatcher", "lead");

    private final Records records;
    private final Outbox outbox;
    private final CompanyIndex index;
    private final CompanyRows rows;
    private final Me me;

    @Activate
    public CompanyViews(
            @Reference Records records,
            @Reference Outbox outbox,
            @Reference CompanyIndex index,
            @Reference CompanyRows rows,
            @Reference Me me) {
        this.records = records;
        this.outbox = outbox;
        this.index = index;
        this.rows = rows;
        this.me = me;
    }

    Optional<CompanyView> of(UUID id) throws StoreException {
        Optional<Company> company =
                records.find(new RecordRef(EntityKind.COMPANY, id)).flatMap(found -> Readable.one(found, Company::of));
        return company.isPresent() ? Optional.of(view(company.get())) : Optional.empty();
    }

    private CompanyView view(Company company) throws StoreException {
        return new CompanyView(
                company,
                rows.of(company),
                new InForce(rows.today()).sorted(owned(company, EntityKind.AGREEMENT, Agreement::of)),
                owned(company, EntityKind.CONTACT, Contact::of).stream()
                        .sorted(Comparator.comparing((Contact contact) -> !contact.primary())
                                .thenComparing(Contact::name, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                owned(company, EntityKind.SITE, Site::of).stream()
                        .sorted(Comparator.comparing(Site::name, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                each(EntityKind.TICKET, index.openTickets(company.id(), SHOWN), Ticket::of),
                each(EntityKind.ASSET, index.assetsAtRisk(company.id(), rows.soon(), SHOWN), Asset::of),
                owned(company, EntityKind.REMOTE_SESSION, RemoteSession::of).reversed().stream()
                        .limit(SHOWN)
                        .toList(),
                owned(company, EntityKind.ARTICLE, Article::of).stream()
                        .sorted(Comparator.comparing(Article::title, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                me.session().map(ServerSession::role).map(KEEPERS::contains).orElse(false),
                outbox.pending(new RecordRef(EntityKind.COMPANY, company.id())).stream()
                        .flatMap(pending -> pending.operation().changes().stream())
                        .map(FieldChange::field)
                        .collect(Collectors.toSet()));
    }

    private <T> List<T> owned(Company company, EntityKind kind, Function<EntityRecord, T> read) throws StoreException {
        return Readable.all(records.referring(kind, "companyId", company.id()), read);
    }

    private <T> List<T> each(EntityKind kind, List<UUID> ids, Function<EntityRecord, T> read) throws StoreException {
        List<EntityRecord> found = new ArrayList<>();
        for (UUID id : ids) {
            records.find(new RecordRef(kind, id)).ifPresent(found::add);
        }
        return Readable.all(found, read);
    }
}
