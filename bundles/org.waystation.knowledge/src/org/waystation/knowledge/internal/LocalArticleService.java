package org.waystation.knowledge.internal;

import java.util.List;
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
import org.waystation.api.domain.Article;
import org.waystation.api.domain.Company;
import org.waystation.api.knowledge.ArticleChange;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.knowledge.ArticleText;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.knowledge.LinkedRecord;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.store.ArticleIndex;
import org.waystation.store.Records;
import org.waystation.store.live.Background;
import org.waystation.store.live.Followed;
import org.waystation.store.live.Followed.Reading;
import org.waystation.store.live.RowList;

/** Articles over the local store. */
@Component(service = ArticleService.class)
public final class LocalArticleService implements ArticleService {

    /** Kinds whose records show in a list's rows or order. */
    private static final Set<EntityKind> SHOWN = Set.of(EntityKind.ARTICLE, EntityKind.COMPANY);

    /** Kinds any of whose records may show beside an article. */
    private static final Set<EntityKind> PERHAPS_BESIDE = Set.of(
            EntityKind.ARTICLE,
            EntityKind.ARTICLE_VERSION,
            EntityKind.ASSET,
            EntityKind.TICKET,
            EntityKind.USER,
            EntityKind.COMPANY);

    private final Background background;
    private final Records records;
    private final ArticleIndex index;
    private final ArticleViews views;
    private final ArticleEdits edits;
    private final FromTicket fromTicket;
    private final Beside beside;
    private final Linkable linkable;

    @Activate
    public LocalArticleService(
            @Reference Background background,
            @Reference Records records,
            @Reference ArticleIndex index,
            @Reference ArticleViews views,
            @Reference ArticleEdits edits,
            @Reference FromTicket fromTicket,
            @Reference Beside beside,
            @Reference Linkable linkable) {
        this.background = background;
        this.records = records;
        this.index = index;
        this.views = views;
        this.edits = edits;
        this.fromTicket = fromTicket;
        this.beside = beside;
        this.linkable = linkable;
    }

    @Override
    public LiveList<ArticleRow> query(ArticleQuery query, Executor deliverOn) {
        return RowList.open(new ArticleSource(index, query), SHOWN, records, background, deliverOn);
    }

    @Override
    public CompletionStage<Optional<Article>> find(UUID articleId) {
        return background.read(
                () -> records.find(new RecordRef(EntityKind.ARTICLE, articleId)).map(Article::of));
    }

    @Override
    public LiveValue follow(UUID articleId, Executor deliverOn, Consumer<Optional<ArticleView>> subscriber) {
        return Followed.open(
                () -> views.of(articleId),
                (Optional<ArticleView> shown, RecordRef ref) -> PERHAPS_BESIDE.contains(ref.kind()),
                records,
                background,
                deliverOn,
                subscriber);
    }

    @Override
    public CompletionStage<UUID> create(Map<String, @Nullable Object> fields) {
        return background.edit(() -> edits.create(fields));
    }

    @Override
    public CompletionStage<Optional<Map<String, @Nullable Object>>> fromTicket(UUID ticketId) {
        return background.read(() -> fromTicket.fields(ticketId));
    }

    @Override
    public CompletionStage<List<ArticleChange>> change(List<ArticleChange> changes) {
        return background.edit(() -> edits.change(changes));
    }

    @Override
    public CompletionStage<Void> write(UUID articleId, long version, ArticleText before, ArticleText after) {
        return background
                .edit(() -> {
                    edits.write(articleId, version, before, after);
                    return true;
                })
                .thenAccept(written -> {});
    }

    @Override
    public CompletionStage<List<ArticleChange>> link(UUID articleId, RecordRef with, boolean linked) {
        return background.edit(() -> edits.link(articleId, with, linked));
    }

    @Override
    public LiveValue followLinked(RecordRef with, Executor deliverOn, Consumer<List<ArticleRow>> subscriber) {
        return followRows(() -> Optional.of(beside.linked(with)), deliverOn, subscriber);
    }

    @Override
    public LiveValue followSuggestions(
            UUID ticketId, int limit, Executor deliverOn, Consumer<List<ArticleRow>> subscriber) {
        return followRows(() -> Optional.of(beside.suggested(ticketId, limit)), deliverOn, subscriber);
    }

    private LiveValue followRows(
            Reading<List<ArticleRow>> reading, Executor deliverOn, Consumer<List<ArticleRow>> subscriber) {
        return Followed.open(
                reading,
                (shown, ref) -> PERHAPS_BESIDE.contains(ref.kind()),
                records,
                background,
                deliverOn,
                rows -> subscriber.accept(rows.orElse(List.of())));
    }

    @Override
    public CompletionStage<List<LinkedRecord>> linkable(EntityKind kind, String text, int limit) {
        return background.read(() -> linkable.find(kind, text, limit));
    }

    @Override
    public CompletionStage<List<Company>> companies() {
        return background.read(
                () -> records.all(EntityKind.COMPANY).stream().map(Company::of).toList());
    }
}
