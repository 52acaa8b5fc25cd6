package org.waystation.assets.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetHistory;
import org.waystation.api.domain.AssetRevision;
import org.waystation.api.domain.RemoteSession;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.live.Background;
import org.waystation.store.live.Followed;

/** The past of an asset: what the server remembers, and what waits here to be sent. */
@Component(service = AssetHistory.class)
public final class LocalAssetHistory implements AssetHistory {

    private static final Set<EntityKind> PERHAPS_SHOWN = Set.of(
            EntityKind.ASSET, EntityKind.ASSET_REVISION, EntityKind.REMOTE_SESSION, EntityKind.USER, EntityKind.SITE);

    private final Background background;
    private final Records records;
    private final Outbox outbox;

    @Activate
    public LocalAssetHistory(@Reference Background background, @Reference Records records, @Reference Outbox outbox) {
        this.background = background;
        this.records = records;
        this.outbox = outbox;
    }

    @Override
    public LiveValue follow(UUID assetId, Executor deliverOn, Consumer<Past> subscriber) {
        return Followed.open(
                () -> Optional.of(past(assetId)),
                (Optional<Past> shown, RecordRef ref) -> PERHAPS_SHOWN.contains(ref.kind()),
                records,
                background,
                deliverOn,
                found -> found.ifPresent(subscriber));
    }

    private Past past(UUID assetId) throws StoreException {
        HistoryValue values = new HistoryValue(records);
        List<Changed> changes = new ArrayList<>(waiting(assetId, values));
        List<AssetRevision> revisions = new ArrayList<>();
        for (EntityRecord record : records.referring(EntityKind.ASSET_REVISION, "assetId", assetId)) {
            revisions.add(AssetRevision.of(record));
        }
        revisions.sort(Comparator.comparing(
                (AssetRevision revision) -> revision.at().orElse(Instant.EPOCH), Comparator.reverseOrder()));
        for (AssetRevision revision : revisions) {
            String who = values.name(EntityKind.USER, revision.userId());
            if (revision.changes().isEmpty()) {
                changes.add(new Changed(revision.at(), who, "", "", "", false));
            }
            for (AssetRevision.Change change : revision.changes()) {
                changes.add(new Changed(
                        revision.at(),
                        who,
                        change.field(),
                        values.shown(change.field(), change.before()),
                        values.shown(change.field(), change.after()),
                        false));
            }
        }
        return new Past(changes, sessions(assetId, values));
    }

    private List<Worked> sessions(UUID assetId, HistoryValue values) throws StoreException {
        List<Worked> sessions = new ArrayList<>();
        for (EntityRecord record : records.referring(EntityKind.REMOTE_SESSION, "assetId", assetId)) {
            RemoteSession session = RemoteSession.of(record);
            sessions.add(new Worked(session, values.name(EntityKind.USER, session.userId())));
        }
        sessions.sort(Comparator.comparing(
                (Worked worked) -> worked.session().startedAt().orElse(Instant.MAX), Comparator.reverseOrder()));
        return sessions;
    }

    private List<Changed> waiting(UUID assetId, HistoryValue values) throws StoreException {
        List<Changed> waiting = new ArrayList<>();
        for (PendingOperation pending :
                outbox.pending(new RecordRef(EntityKind.ASSET, assetId)).reversed()) {
            Operation operation = pending.operation();
            if (!operation.entityId().equals(assetId)) {
                continue;
            }
            Optional<Instant> at = Optional.of(operation.performedAt());
            if (operation.type() == Operation.Type.CREATE) {
                waiting.add(new Changed(at, "You", "", "", "", true));
            } else {
                for (FieldChange change : operation.changes()) {
                    waiting.addAll(fields(change, at, values));
                }
            }
        }
        return waiting;
    }

    /** Of named texts, each is a field of its own, as the server has it. */
    private static List<Changed> fields(FieldChange change, Optional<Instant> at, HistoryValue values)
            throws StoreException {
        if (!change.field().equals("properties") && !change.field().equals("customFields")) {
            return List.of(new Changed(
                    at,
                    "You",
                    change.field(),
                    values.shown(change.field(), HistoryValue.text(change.oldValue())),
                    values.shown(change.field(), HistoryValue.text(change.newValue())),
                    true));
        }
        Map<String, @Nullable Object> before = members(change.oldValue());
        Map<String, @Nullable Object> after = members(change.newValue());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Changed> fields = new ArrayList<>();
        for (String name : names) {
            String old = HistoryValue.text(before.get(name));
            String now = HistoryValue.text(after.get(name));
            if (!old.equals(now)) {
                fields.add(new Changed(at, "You", change.field() + "." + name, old, now, true));
            }
        }
        return fields;
    }

    private static Map<String, @Nullable Object> members(@Nullable Object value) {
        Map<String, @Nullable Object> members = new HashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> members.put(String.valueOf(key), member));
        }
        return members;
    }
}
