package org.waystation.knowledge.internal;

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
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleVersion;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.User;
import org.waystation.api.knowledge.ArticleText;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.knowledge.ArticleView.Version;
import org.waystation.api.knowledge.LinkedRecord;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;

/** Puts together an article with what a technician needs beside it. */
@Component(service = ArticleViews.class)
public final class ArticleViews {

    private final Records records;
    private final Outbox outbox;
    private final Allowed allowed;

    @Activate
    public ArticleViews(@Reference Records records, @Reference Outbox outbox, @Reference Allowed allowed) {
        this.records = records;
        this.outbox = outbox;
        this.allowed = allowed;
    }

    Optional<ArticleView> of(UUID articleId) throws StoreException {
        Optional<EntityRecord> record =
                records.find(new RecordRef(EntityKind.ARTICLE, articleId)).map(allowed::on);
        return record.isPresent() ? Optional.of(view(record.get())) : Optional.empty();
    }

    private ArticleView view(EntityRecord record) throws StoreException {
        Article article = Article.of(record);
        Set<String> unsynced = unsynced(article.id());
        return new ArticleView(
                article,
                record.version(),
                beside(EntityKind.COMPANY, article.companyId(), Company::of),
                user(article.ownerId()),
                user(article.updatedBy()),
                links(article),
                versions(article, unsynced.contains("title") || unsynced.contains("body")),
                unsynced,
                record.actions());
    }

    private List<LinkedRecord> links(Article article) throws StoreException {
        List<LinkedRecord> links = new ArrayList<>();
        for (UUID id : article.assetIds()) {
            links.add(beside(EntityKind.ASSET, Optional.of(id), Asset::of)
                    .map(ArticleViews::linked)
                    .orElseGet(() -> new LinkedRecord(new RecordRef(EntityKind.ASSET, id), "", "")));
        }
        for (UUID id : article.ticketIds()) {
            links.add(beside(EntityKind.TICKET, Optional.of(id), Ticket::of)
                    .map(ArticleViews::linked)
                    .orElseGet(() -> new LinkedRecord(new RecordRef(EntityKind.TICKET, id), "", "")));
        }
        return links;
    }

    private static LinkedRecord linked(Asset asset) {
        return new LinkedRecord(
                new RecordRef(EntityKind.ASSET, asset.id()),
                asset.name(),
                asset.kind().label());
    }

    private static LinkedRecord linked(Ticket ticket) {
        String number = ticket.number().map(known -> "#" + known + " ").orElse("");
        return new LinkedRecord(
                new RecordRef(EntityKind.TICKET, ticket.id()),
                number + ticket.subject(),
                ticket.status().label());
    }

    /** What is not sent yet stands above what the server has kept. */
    private List<Version> versions(Article article, boolean textWaits) throws StoreException {
        List<Version> versions = new ArrayList<>();
        if (textWaits) {
            versions.add(new Version(0, new ArticleText(article.title(), article.body()), "You", Optional.empty()));
        }
        List<ArticleVersion> kept = records.referring(EntityKind.ARTICLE_VERSION, "articleId", article.id()).stream()
                .map(ArticleVersion::of)
                .sorted(Comparator.comparingLong(ArticleVersion::revision).reversed())
                .toList();
        for (ArticleVersion version : kept) {
            versions.add(new Version(
                    version.revision(),
                    new ArticleText(version.title(), version.body()),
                    user(version.authorId()),
                    version.createdAt()));
        }
        return versions;
    }

    private String user(Optional<UUID> id) throws StoreException {
        return beside(EntityKind.USER, id, User::of).map(User::name).orElse("");
    }

    private Set<String> unsynced(UUID articleId) throws StoreException {
        return outbox.pending(new RecordRef(EntityKind.ARTICLE, articleId)).stream()
                .flatMap(pending -> pending.operation().changes().stream())
                .map(FieldChange::field)
                .collect(Collectors.toSet());
    }

    private <T> Optional<T> beside(EntityKind kind, Optional<UUID> id, Function<EntityRecord, T> read)
            throws StoreException {
        return id.isPresent() ? records.find(new RecordRef(kind, id.get())).map(read) : Optional.empty();
    }
}
