package org.waystation.knowledge.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.knowledge.ArticleChange;
import org.waystation.api.knowledge.ArticleRules;
import org.waystation.api.knowledge.ArticleText;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.Me;
import org.waystation.store.edit.OperationMaker;

/** Checks edits of articles and makes operations of them; called one after the other, in the background. */
@Component(service = ArticleEdits.class)
public final class ArticleEdits {

    private static final Set<String> READERS = Set.of("visibility", "companyId");

    private final Records records;
    private final Outbox outbox;
    private final Earlier earlier;
    private final Me me;
    private final Allowed allowed;
    private final OperationMaker make = new OperationMaker();
    private final ArticleRules rules = new ArticleRules();

    @Activate
    public ArticleEdits(
            @Reference Records records,
            @Reference Outbox outbox,
            @Reference Earlier earlier,
            @Reference Me me,
            @Reference Allowed allowed) {
        this.records = records;
        this.outbox = outbox;
        this.earlier = earlier;
        this.me = me;
        this.allowed = allowed;
    }

    UUID create(Map<String, @Nullable Object> article) throws StoreException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(article);
        fields.putIfAbsent("body", "");
        fields.putIfAbsent("state", ArticleState.DRAFT.code());
        fields.putIfAbsent("visibility", ArticleVisibility.INTERNAL.code());
        me.id().ifPresent(id -> fields.putIfAbsent("ownerId", id.toString()));
        refuse(rules.checkNew(fields));
        refuse(readers(fields));
        List<FieldChange> changes = fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> new FieldChange(field.getKey(), null, field.getValue()))
                .toList();
        Operation creation = make.creation(EntityKind.ARTICLE, changes, List.of());
        outbox.commit(List.of(creation));
        return creation.entityId();
    }

    /** What is already so is no change; a value that a newer server gave is not judged as long as it stays. */
    List<ArticleChange> change(List<ArticleChange> changes) throws StoreException {
        List<Operation> operations = new ArrayList<>();
        List<ArticleChange> undo = new ArrayList<>();
        for (ArticleChange change : changes) {
            EntityRecord record = article(change.articleId());
            List<FieldChange> different = change.fields().entrySet().stream()
                    .map(field -> new FieldChange(field.getKey(), record.data().get(field.getKey()), field.getValue()))
                    .filter(FieldChange::changesAnything)
                    .toList();
            if (!different.isEmpty()) {
                requireMayUpdate(record);
                refuse(FieldChange.unkept(record.actions(), different));
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                different.forEach(field -> values.put(field.field(), field.newValue()));
                refuse(rules.check(values));
                if (values.keySet().stream().anyMatch(READERS::contains)) {
                    Map<String, @Nullable Object> whole = new LinkedHashMap<>(record.data());
                    whole.putAll(values);
                    refuse(readers(whole));
                }
                operations.add(make.update(record, different, before(record, different)));
                Map<String, @Nullable Object> old = new LinkedHashMap<>();
                different.forEach(field -> old.put(field.field(), field.oldValue()));
                undo.add(new ArticleChange(record.id(), old));
            }
        }
        if (!operations.isEmpty()) {
            outbox.commit(operations);
        }
        return undo;
    }

    /**
     * The text as its author saw it goes along as the old one, with the version that had it: so whoever merges knows what
     * of it is the author's, even where another text came in while the author was writing.
     */
    void write(UUID articleId, long version, ArticleText before, ArticleText after) throws StoreException {
        EntityRecord record = article(articleId);
        List<FieldChange> different = List.of(
                        new FieldChange("title", before.title(), after.title().strip()),
                        new FieldChange("body", before.body(), after.body()))
                .stream()
                .filter(FieldChange::changesAnything)
                .toList();
        if (different.isEmpty()) {
            return;
        }
        requireMayUpdate(record);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        different.forEach(field -> values.put(field.field(), field.newValue()));
        refuse(rules.check(values));
        Article now = Article.of(record);
        boolean unchanged = new ArticleText(now.title(), now.body()).equals(before);
        EntityRecord seen = unchanged || version <= 0 || version > record.version()
                ? record
                : new EntityRecord(record.kind(), record.id(), version, record.sequence(), record.data());
        outbox.commit(List.of(make.update(seen, different, before(record, different))));
    }

    List<ArticleChange> link(UUID articleId, RecordRef with, boolean linked) throws StoreException {
        String field = field(with.kind());
        Set<String> ids = new LinkedHashSet<>(article(articleId).fields().texts(field));
        boolean different =
                linked ? ids.add(with.id().toString()) : ids.remove(with.id().toString());
        return different ? change(List.of(new ArticleChange(articleId, Map.of(field, List.copyOf(ids))))) : List.of();
    }

    /** The field of an article that holds its links with records of a kind. */
    static String field(EntityKind kind) {
        if (kind.equals(EntityKind.ASSET)) {
            return "assetIds";
        }
        if (kind.equals(EntityKind.TICKET)) {
            return "ticketIds";
        }
        throw new IllegalArgumentException("Articles are not linked with records of kind " + kind + ".");
    }

    private List<UUID> before(EntityRecord record, List<FieldChange> different) throws StoreException {
        return earlier.on(
                record.ref(), different.stream().map(FieldChange::field).collect(Collectors.toSet()));
    }

    private List<FieldError> readers(Map<String, @Nullable Object> fields) {
        String visibility = String.valueOf(fields.get("visibility"));
        return rules.checkReaders(new ArticleVisibility(visibility), fields.get("companyId") != null);
    }

    private EntityRecord article(UUID id) throws StoreException {
        Optional<EntityRecord> found =
                records.find(new RecordRef(EntityKind.ARTICLE, id)).map(allowed::on);
        return found.orElseThrow(() -> new InvalidEditException(new Problem(
                "not_found",
                "This article is not held here any more.",
                "",
                List.of(new FieldError("id", "not_found", "This article is not held here any more.")))));
    }

    private static void requireMayUpdate(EntityRecord record) {
        if (!record.actions().mayUpdate()) {
            String reason = "Your role does not let you change this article. Ask somebody who leads.";
            throw new InvalidEditException(
                    new Problem("forbidden", reason, "", List.of(new FieldError("id", "forbidden", reason))));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidEditException(new Problem("validation_failed", "Some fields are not valid.", "", errors));
        }
    }
}
