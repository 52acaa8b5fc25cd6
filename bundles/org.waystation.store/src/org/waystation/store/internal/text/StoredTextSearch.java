package org.waystation.store.internal.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.TextHit;
import org.waystation.api.search.TextHits;
import org.waystation.api.search.TextQuery;
import org.waystation.api.search.TextSearch;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.internal.TextFeed;
import org.waystation.store.live.Background;

/** Searches the full-text index and shows what was found as the records now are. */
@Component(service = TextSearch.class)
public final class StoredTextSearch implements TextSearch {

    private static final Logger LOG = System.getLogger(StoredTextSearch.class.getName());

    private final TextIndexer indexer;
    private final TextFeed feed;
    private final Records records;
    private final Background background;

    @Activate
    public StoredTextSearch(
            @Reference TextIndexer indexer,
            @Reference TextFeed feed,
            @Reference Records records,
            @Reference Background background) {
        this.indexer = indexer;
        this.feed = feed;
        this.records = records;
        this.background = background;
    }

    @Override
    public TextHits search(TextQuery query, BooleanSupplier cancelled) {
        try {
            TextIndex.Found found = indexer.index().search(query, query.limit() + 1, cancelled);
            List<Long> rows =
                    found.rows().subList(0, Math.min(query.limit(), found.rows().size()));
            Map<Long, EntityRecord> shown = feed.records(found.generation(), rows);
            List<String> typed = Words.of(query.text());
            Map<UUID, String> titles = new HashMap<>();
            List<TextHit> hits = new ArrayList<>();
            for (int i = 0; i < rows.size() && !cancelled.getAsBoolean(); i++) {
                EntityRecord record = shown.get(rows.get(i));
                if (record != null) {
                    hits.add(hit(record, typed, found.ranks().get(i), titles));
                }
            }
            return new TextHits(hits, found.rows().size() > query.limit(), indexer.upToDate());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private TextHit hit(EntityRecord record, List<String> typed, double rank, Map<UUID, String> titles)
            throws StoreException {
        TextOf text = TextOf.of(record).orElse(new TextOf("", ""));
        Optional<RecordRef> owner = owner(record);
        String title = text.title();
        if (title.isEmpty() && owner.isPresent()) {
            title = titles.get(owner.get().id());
            if (title == null) {
                title = records.find(owner.get())
                        .flatMap(TextOf::of)
                        .map(TextOf::title)
                        .orElse("");
                titles.put(owner.get().id(), title);
            }
        }
        Snippet whole = Snippet.whole(title, typed);
        Snippet piece = Snippet.piece(text.body(), typed);
        return new TextHit(
                record.ref(), owner.orElse(record.ref()), title, whole.matches(), piece.text(), piece.matches(), rank);
    }

    /** What a note, a time entry or a file is a part of. */
    private static Optional<RecordRef> owner(EntityRecord record) {
        if (record.kind().equals(EntityKind.NOTE) || record.kind().equals(EntityKind.TIME_ENTRY)) {
            return record.fields().uuid("ticketId").map(id -> new RecordRef(EntityKind.TICKET, id));
        }
        if (record.kind().equals(EntityKind.ATTACHMENT)) {
            return record.fields()
                    .uuid("ownerId")
                    .map(id -> new RecordRef(new EntityKind(record.fields().text("ownerKind")), id));
        }
        return Optional.empty();
    }

    @Override
    public AutoCloseable search(TextQuery query, Executor deliverOn, Consumer<TextHits> answer) {
        AtomicBoolean closed = new AtomicBoolean();
        background.read(() -> {
            if (closed.get()) {
                return;
            }
            try {
                TextHits hits = search(query, closed::get);
                deliverOn.execute(() -> {
                    if (!closed.get()) {
                        answer.accept(hits);
                    }
                });
            } catch (UncheckedIOException e) {
                LOG.log(Level.WARNING, "A search failed.", e);
            }
        });
        return () -> closed.set(true);
    }

    @Override
    public Progress progress() {
        return indexer.progress();
    }
}
