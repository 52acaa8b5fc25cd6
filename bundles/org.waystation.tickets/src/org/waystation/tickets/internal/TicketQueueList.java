package org.waystation.tickets.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.waystation.api.live.LiveList;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketRow;
import org.waystation.store.Records;
import org.waystation.store.Records.Commit;
import org.waystation.store.StoreException;
import org.waystation.store.TicketIndex.Keys;

/**
 * A queue while it is on screen. The first page comes at once, then the keys of all rows, then pages as they are asked
 * for. After a commit the keys and the pages on screen are read again and take the place of the old ones in one step, so
 * that nothing flickers. Fields without a word about it belong to the thread the list was opened for.
 */
final class TicketQueueList implements LiveList<TicketRow> {

    /** Pages that are read again before a refresh shows; what is on screen seldom touches more. */
    private static final int REFRESHED_AT_ONCE = 3;

    /** Kinds whose records show in a queue's rows or order. */
    private static final Set<EntityKind> SHOWN =
            Set.of(EntityKind.TICKET, EntityKind.COMPANY, EntityKind.USER, EntityKind.AGREEMENT);

    private final TicketQueueSource source;
    private final Background background;
    private final Executor deliverOn;
    private final Refreshes refreshes;
    private final RowWindow window = new RowWindow();
    private final Set<Integer> asked = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final CompletableFuture<Keys> firstKeys = new CompletableFuture<>();
    private @Nullable Keys keys;
    private @Nullable String failure;
    private int size = -1;
    private volatile boolean closed;
    private @Nullable AutoCloseable commits;

    private TicketQueueList(TicketQueueSource source, Background background, Executor deliverOn) {
        this.source = source;
        this.background = background;
        this.deliverOn = deliverOn;
        this.refreshes = new Refreshes(background, this::refresh);
    }

    static TicketQueueList open(TicketQueueSource source, Records records, Background background, Executor deliverOn) {
        TicketQueueList list = new TicketQueueList(source, background, deliverOn);
        list.commits = records.onCommit(list::committed);
        background.read(list::loadFirst);
        return list;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable TicketRow get(int index) {
        TicketRow row = window.get(index);
        if (row == null && index >= 0 && index < size) {
            ask(RowWindow.pageOf(index));
        }
        return row;
    }

    @Override
    public CompletionStage<Integer> indexOf(UUID id) {
        CompletableFuture<Integer> found = new CompletableFuture<>();
        Keys known = keys;
        (known == null ? firstKeys : CompletableFuture.completedFuture(known))
                .thenCompose(present -> background.read(() -> present.indexOf(id)))
                .whenComplete((index, fault) -> deliverOn.execute(() -> {
                    if (fault != null) {
                        found.completeExceptionally(fault);
                    } else {
                        found.complete(index);
                    }
                }));
        return found;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public @Nullable String failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
        Closing.quietly(commits);
        firstKeys.cancel(false);
    }

    private void committed(Commit commit) {
        if (!closed
                && (commit.everything()
                        || commit.refs().stream().map(RecordRef::kind).anyMatch(SHOWN::contains))) {
            refreshes.ask();
        }
    }

    private void loadFirst() {
        try {
            List<TicketRow> rows = source.first(RowWindow.PAGE);
            deliver(() -> {
                if (keys == null) {
                    window.putFirst(rows);
                    size = rows.size();
                }
            });
        } catch (StoreException e) {
            deliverFailure(e);
        }
        refreshes.ask();
    }

    /** Runs in the background; which pages are on screen is asked of the opening thread first. */
    private void refresh(Runnable done) {
        deliverOn.execute(() -> {
            if (closed) {
                done.run();
                return;
            }
            List<Integer> shown = window.latest(REFRESHED_AT_ONCE);
            background.read(() -> {
                try {
                    refresh(shown);
                } finally {
                    done.run();
                }
            });
        });
    }

    private void refresh(List<Integer> shown) {
        try {
            Keys fresh = source.keys();
            Map<Integer, List<@Nullable TicketRow>> pages = new LinkedHashMap<>();
            for (int page : shown) {
                pages.put(page, source.rows(fresh, page * RowWindow.PAGE, RowWindow.PAGE));
            }
            firstKeys.complete(fresh);
            deliver(() -> {
                keys = fresh;
                size = fresh.size();
                asked.clear();
                window.replaceAll(pages);
            });
        } catch (StoreException e) {
            deliverFailure(e);
        }
    }

    private void ask(int page) {
        Keys present = keys;
        if (present != null && asked.add(page)) {
            background.read(() -> load(present, page));
        }
    }

    private void load(Keys of, int page) {
        if (closed) {
            return;
        }
        try {
            List<@Nullable TicketRow> rows = source.rows(of, page * RowWindow.PAGE, RowWindow.PAGE);
            deliver(() -> {
                if (keys == of) {
                    asked.remove(page);
                    window.put(page, rows);
                }
            });
        } catch (StoreException e) {
            deliverFailure(e);
        }
    }

    private void deliver(Runnable change) {
        deliver(change, null);
    }

    private void deliverFailure(StoreException e) {
        deliver(asked::clear, e.getMessage());
    }

    private void deliver(Runnable change, @Nullable String fault) {
        deliverOn.execute(() -> {
            if (!closed) {
                failure = fault;
                change.run();
                List.copyOf(listeners).forEach(Runnable::run);
            }
        });
    }
}
