package org.waystation.tickets.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.SavedView;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.views.SavedViews;
import org.waystation.api.views.ViewDraft;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.Me;
import org.waystation.store.edit.OperationMaker;
import org.waystation.store.live.Background;
import org.waystation.store.live.Followed;

/** Saved views over the local store: those that the server keeps, and the technician's own where it keeps none. */
@Component(service = SavedViews.class)
public final class LocalSavedViews implements SavedViews {

    private static final Comparator<Offered> ORDER = Comparator.comparing((Offered offered) -> !offered.mine())
            .thenComparing(offered -> offered.view().name(), String.CASE_INSENSITIVE_ORDER);

    private final Background background;
    private final Records records;
    private final Outbox outbox;
    private final Me me;
    private final Earlier earlier;
    private final Allowed allowed;
    private final ViewsHere here;
    private final Set<Followed<?>> shown = ConcurrentHashMap.newKeySet();
    private final OperationMaker make = new OperationMaker();

    @Activate
    public LocalSavedViews(
            @Reference Background background,
            @Reference Records records,
            @Reference Outbox outbox,
            @Reference Earlier earlier,
            @Reference Me me,
            @Reference Allowed allowed,
            @Reference ViewsHere here) {
        this.background = background;
        this.records = records;
        this.outbox = outbox;
        this.earlier = earlier;
        this.allowed = allowed;
        this.here = here;
        this.me = me;
    }

    @Override
    public LiveValue follow(String lists, Executor deliverOn, Consumer<List<Offered>> subscriber) {
        Followed<List<Offered>> followed = Followed.open(
                () -> Optional.of(offered(lists)),
                (Optional<List<Offered>> shown, RecordRef ref) ->
                        ref.kind().equals(EntityKind.SAVED_VIEW) || ref.kind().equals(EntityKind.USER),
                records,
                background,
                deliverOn,
                found -> subscriber.accept(found.orElse(List.of())));
        shown.add(followed);
        return () -> {
            shown.remove(followed);
            followed.close();
        };
    }

    private List<Offered> offered(String lists) throws StoreException {
        List<Offered> offered = new ArrayList<>();
        for (EntityRecord record : records.all(EntityKind.SAVED_VIEW)) {
            SavedView view = SavedView.of(record);
            boolean mine = me.is(view.ownerId());
            if (view.lists().equals(lists) && (mine || view.shared())) {
                offered.add(new Offered(view, mine, owner(view)));
            }
        }
        for (SavedView view : here.all()) {
            if (view.lists().equals(lists)) {
                offered.add(new Offered(view, true, ""));
            }
        }
        offered.sort(ORDER);
        return List.copyOf(offered);
    }

    private String owner(SavedView view) throws StoreException {
        return view.ownerId().isPresent()
                ? records.find(new RecordRef(EntityKind.USER, view.ownerId().get()))
                        .map(user -> user.fields().text("name"))
                        .orElse("")
                : "";
    }

    @Override
    public boolean canBeShared() {
        return allowed.mayMake(EntityKind.SAVED_VIEW);
    }

    @Override
    public CompletionStage<UUID> create(ViewDraft draft) {
        return background.edit(() -> {
            Map<String, @Nullable Object> fields = fields(draft);
            if (!allowed.mayMake(EntityKind.SAVED_VIEW)) {
                UUID id = UUID.randomUUID();
                here.put(id, draft);
                lookAgain();
                return id;
            }
            me.id().ifPresent(id -> fields.put("ownerId", id.toString()));
            List<FieldChange> changes = fields.entrySet().stream()
                    .map(field -> new FieldChange(field.getKey(), null, field.getValue()))
                    .toList();
            var creation = make.creation(EntityKind.SAVED_VIEW, changes, List.of());
            outbox.commit(List.of(creation));
            return creation.entityId();
        });
    }

    @Override
    public CompletionStage<Void> change(UUID id, ViewDraft draft) {
        return background.edit(() -> {
            Map<String, @Nullable Object> fields = fields(draft);
            if (here.has(id)) {
                here.put(id, draft);
                lookAgain();
                return null;
            }
            EntityRecord record = own(id);
            List<FieldChange> changes = fields.entrySet().stream()
                    .map(field -> new FieldChange(field.getKey(), record.data().get(field.getKey()), field.getValue()))
                    .filter(FieldChange::changesAnything)
                    .toList();
            if (!changes.isEmpty()) {
                Set<String> touched = changes.stream().map(FieldChange::field).collect(Collectors.toSet());
                outbox.commit(List.of(make.update(record, changes, earlier.on(record.ref(), touched))));
            }
            return null;
        });
    }

    @Override
    public CompletionStage<Void> delete(UUID id) {
        return background.edit(() -> {
            if (here.has(id)) {
                here.remove(id);
                lookAgain();
                return null;
            }
            EntityRecord record = own(id);
            Set<String> all = Set.copyOf(record.data().keySet());
            outbox.commit(List.of(make.deletion(record, earlier.on(record.ref(), all))));
            return null;
        });
    }

    /** What this computer alone keeps is no record, so that no commit tells of it. */
    private void lookAgain() {
        shown.forEach(Followed::again);
    }

    private EntityRecord own(UUID id) throws StoreException {
        EntityRecord record = records.find(new RecordRef(EntityKind.SAVED_VIEW, id))
                .orElseThrow(() -> Refusal.of("not_found", "id", "This view is not held here any more."));
        if (!me.is(SavedView.of(record).ownerId())) {
            throw Refusal.of("not_owner", "id", "Only who made a view can change it.");
        }
        return record;
    }

    private static Map<String, @Nullable Object> fields(ViewDraft draft) {
        String name = draft.name().strip();
        if (name.isEmpty() || name.length() > ViewDraft.NAME_MAX) {
            throw Refusal.of("range", "name", "A view has a name of 1 to " + ViewDraft.NAME_MAX + " characters.");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("lists", draft.lists());
        fields.put("query", draft.query());
        fields.put("sortBy", draft.sortBy());
        fields.put("groupBy", draft.groupBy());
        fields.put("shared", draft.shared());
        return fields;
    }
}
