package org.waystation.knowledge.ui.tests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.domain.Company;
import org.waystation.api.knowledge.ArticleChange;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.api.knowledge.ArticleRules;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.knowledge.ArticleText;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.knowledge.ArticleView.Version;
import org.waystation.api.knowledge.LinkedRecord;
import org.waystation.api.knowledge.Snippet;
import org.waystation.api.live.LiveList;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.InvalidEditException;

/** Articles of a few fields in memory, by the same rules as the real ones. */
final class MemoryArticles implements ArticleService {

    static final UUID HARBOUR = new UUID(0, 1);
    static final UUID FILES = new UUID(0, 2);
    static final UUID TICKET = new UUID(0, 3);

    final Map<UUID, Map<String, @Nullable Object>> records = new LinkedHashMap<>();
    final Map<UUID, List<Version>> versions = new HashMap<>();
    final List<ArticleQuery> asked = new ArrayList<>();
    final List<Long> written = new ArrayList<>();
    RecordActions actions = RecordActions.UNKNOWN;
    private final List<Runnable> watchers = new ArrayList<>();

    UUID add(int number, String title, String body, Map<String, Object> more) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(Map.of(
                "title", title,
                "body", body,
                "state", "published",
                "visibility", "internal",
                "updatedAt", "2026-11-20T10:00:00Z"));
        fields.putAll(more);
        UUID id = new UUID(7, number);
        records.put(id, fields);
        return id;
    }

    Article article(UUID id) {
        return Article.of(new EntityRecord(EntityKind.ARTICLE, id, 1, 1, records.get(id)));
    }

    /** As when a sync brings something. */
    void told() {
        List.copyOf(watchers).forEach(Runnable::run);
    }

    @Override
    public LiveList<ArticleRow> query(ArticleQuery query, Executor deliverOn) {
        asked.add(query);
        List<ArticleRow> rows = records.keySet().stream()
                .map(this::article)
                .filter(article -> query.filter().words().stream()
                        .allMatch(word -> (article.title() + article.body())
                                .toLowerCase(Locale.ROOT)
                                .contains(word)))
                .filter(article -> query.filter().values("state").isEmpty()
                        || query.filter()
                                .values("state")
                                .contains(article.state().code()))
                .map(this::row)
                .toList();
        return new Rows(rows);
    }

    private ArticleRow row(Article article) {
        return new ArticleRow(
                article.id(),
                article.title(),
                article.companyId(),
                article.companyId().isPresent() ? "Harbour Dental" : "",
                article.visibility(),
                article.state(),
                article.reviewOn(),
                article.updatedAt(),
                article.tags(),
                new Snippet(article.body().replaceAll("[\\s#*`]+", " ").strip(), List.of()),
                false);
    }

    @Override
    public CompletionStage<Optional<Article>> find(UUID articleId) {
        return CompletableFuture.completedStage(
                records.containsKey(articleId) ? Optional.of(article(articleId)) : Optional.empty());
    }

    @Override
    public LiveValue follow(UUID articleId, Executor deliverOn, Consumer<Optional<ArticleView>> subscriber) {
        return watch(
                deliverOn,
                () -> subscriber.accept(
                        records.containsKey(articleId) ? Optional.of(view(article(articleId))) : Optional.empty()));
    }

    private LiveValue watch(Executor deliverOn, Runnable tell) {
        Runnable watcher = () -> deliverOn.execute(tell);
        watchers.add(watcher);
        watcher.run();
        return () -> watchers.remove(watcher);
    }

    private ArticleView view(Article article) {
        List<LinkedRecord> links = new ArrayList<>();
        article.assetIds()
                .forEach(id -> links.add(new LinkedRecord(new RecordRef(EntityKind.ASSET, id), "FS-01", "Server")));
        article.ticketIds()
                .forEach(id -> links.add(new LinkedRecord(
                        new RecordRef(EntityKind.TICKET, id), "#48213 Nightly backup failed", "In progress")));
        return new ArticleView(
                article,
                1,
                article.companyId().map(id -> new Company(id, "Harbour Dental", "", "", "", 0)),
                "Tess Reinholt",
                "Mara Svensson",
                links,
                versions.getOrDefault(article.id(), List.of()),
                Set.of(),
                actions);
    }

    @Override
    public CompletionStage<UUID> create(Map<String, @Nullable Object> fields) {
        List<FieldError> errors = new ArticleRules().checkNew(fields);
        if (!errors.isEmpty()) {
            return refused(errors);
        }
        UUID id = add(100 + records.size(), "", "", Map.of("state", "draft"));
        records.get(id).putAll(fields);
        return CompletableFuture.completedStage(id);
    }

    @Override
    public CompletionStage<Optional<Map<String, @Nullable Object>>> fromTicket(UUID ticketId) {
        return CompletableFuture.completedStage(Optional.of(new HashMap<>(Map.of(
                "title", "Nightly backup failed",
                "body", "## Problem\n\nExit code 3.\n",
                "ticketIds", List.of(ticketId.toString())))));
    }

    @Override
    public CompletionStage<List<ArticleChange>> change(List<ArticleChange> changes) {
        List<ArticleChange> undo = new ArrayList<>();
        for (ArticleChange change : changes) {
            List<FieldError> errors = new ArrayList<>(new ArticleRules().check(change.fields()));
            Map<String, @Nullable Object> whole = new HashMap<>(records.get(change.articleId()));
            whole.putAll(change.fields());
            errors.addAll(new ArticleRules()
                    .checkReaders(
                            new ArticleVisibility(String.valueOf(whole.get("visibility"))),
                            whole.get("companyId") != null));
            if (!errors.isEmpty()) {
                return refused(errors);
            }
            Map<String, @Nullable Object> old = new HashMap<>();
            change.fields()
                    .keySet()
                    .forEach(field ->
                            old.put(field, records.get(change.articleId()).get(field)));
            records.put(change.articleId(), whole);
            undo.add(new ArticleChange(change.articleId(), old));
        }
        told();
        return CompletableFuture.completedStage(undo);
    }

    private static <T> CompletionStage<T> refused(List<FieldError> errors) {
        return CompletableFuture.failedStage(
                new InvalidEditException(new Problem("validation_failed", "Some fields are not valid.", "", errors)));
    }

    @Override
    public CompletionStage<Void> write(UUID articleId, long version, ArticleText before, ArticleText after) {
        written.add(version);
        return change(List.of(new ArticleChange(
                        articleId, new HashMap<>(Map.of("title", after.title(), "body", after.body())))))
                .thenAccept(undo -> {});
    }

    @Override
    public CompletionStage<List<ArticleChange>> link(UUID articleId, RecordRef with, boolean linked) {
        String field = with.kind().equals(EntityKind.ASSET) ? "assetIds" : "ticketIds";
        return change(List.of(new ArticleChange(
                articleId,
                new HashMap<>(Map.of(field, linked ? List.of(with.id().toString()) : List.of())))));
    }

    @Override
    public LiveValue followLinked(RecordRef with, Executor deliverOn, Consumer<List<ArticleRow>> subscriber) {
        return watch(deliverOn, () -> subscriber.accept(beside(with.id(), true)));
    }

    @Override
    public LiveValue followSuggestions(
            UUID ticketId, int limit, Executor deliverOn, Consumer<List<ArticleRow>> subscriber) {
        return watch(deliverOn, () -> subscriber.accept(beside(ticketId, false)));
    }

    private List<ArticleRow> beside(UUID record, boolean linked) {
        return records.keySet().stream()
                .map(this::article)
                .filter(article -> article.state().equals(ArticleState.PUBLISHED))
                .filter(article -> (article.ticketIds().contains(record)
                                || article.assetIds().contains(record))
                        == linked)
                .map(this::row)
                .toList();
    }

    @Override
    public CompletionStage<List<LinkedRecord>> linkable(EntityKind kind, String text, int limit) {
        LinkedRecord found = kind.equals(EntityKind.ASSET)
                ? new LinkedRecord(new RecordRef(kind, FILES), "FS-01", "Harbour Dental · Server")
                : new LinkedRecord(new RecordRef(kind, TICKET), "#48213 Nightly backup failed", "Harbour Dental");
        boolean holds = found.title().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        return CompletableFuture.completedStage(holds ? List.of(found) : List.of());
    }

    @Override
    public CompletionStage<List<Company>> companies() {
        return CompletableFuture.completedStage(List.of(new Company(HARBOUR, "Harbour Dental", "", "", "", 0)));
    }

    /** Rows that are all there. */
    private record Rows(List<ArticleRow> rows) implements LiveList<ArticleRow> {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public @Nullable ArticleRow get(int index) {
            return rows.get(index);
        }

        @Override
        public CompletionStage<Integer> indexOf(UUID id) {
            return CompletableFuture.completedStage(
                    rows.stream().map(ArticleRow::id).toList().indexOf(id));
        }

        @Override
        public void onChange(Runnable listener) {
            listener.run();
        }

        @Override
        public @Nullable String failure() {
            return null;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    static Instant noon() {
        return Instant.parse("2026-11-29T12:00:00Z");
    }

    static LocalDate today() {
        return LocalDate.of(2026, 11, 29);
    }
}
