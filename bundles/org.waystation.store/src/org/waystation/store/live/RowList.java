package org.waystation.store.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.waystation.api.live.LiveList;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.Records.Commit;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;

/**
 * The rows of a query while they are on screen. The first page comes at once, then the keys of all rows, then pages as they are asked
 * for. After a commit the keys and the pages on screen are read again and take the place of the old ones in one step, so
 * that nothing flickers. Fields without a word about it belong to the thread the list was opened for.
 */
public final class RowList<T> implements LiveList<T> {

    /** Pages that are read again before a refresh shows; what is on screen seldom touches more. */
    private static final int REFRESHED_AT_ONCE = 3;

    private final RowSource<T> source;
    private final Set<EntityKind> shown;
    private final Background background;
    private final Executor deliverOn;
    private final Refreshes refreshes;
    private final RowWindow<T> window = new RowWindow<>();
    private final Set<Integer> asked = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();
    /** What is read for it; of any thread. */
    private final Set<Future<?>> reading = ConcurrentHashMap.newKeySet();

    private final CompletableFuture<RowOrder> firstOrder = new CompletableFuture<>();
    private @Nullable RowOrder keys;
    private @Nullable String failure;
    private int size = -1;
    private volatile boolean closed;
    private @Nullable AutoCloseable commits;

    private RowList(RowSource<T> source, Set<EntityKind> shown, Background background, Executor deliverOn) {
        this.source = source;
        this.shown = shown;
        this.background = background;
        this.deliverOn = deliverOn;
        this.refreshes = new Refreshes(background, this::refresh);
    }

    /**
     * Opens a list; it is closed by whoever shows it.
     *
     * @param shown kinds whose records show in the rows or in their order
     */
    public static <T> RowList<T> open(
            RowSource<T> source, Set<EntityKind> shown, Records records, Background background, Executor deliverOn) {
        RowList<T> list = new RowList<>(source, shown, background, deliverOn);
        list.commits = records.onCommit(list::committed);
        list.read(list::loadFirst);
        return list;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable T get(int index) {
        T row = window.get(index);
        if (row == null && index >= 0 && index < size) {
            ask(RowWindow.pageOf(index));
        }
        return row;
    }

    @Override
    public CompletionStage<Integer> indexOf(UUID id) {
        CompletableFuture<Integer> found = new CompletableFuture<>();
        RowOrder known = keys;
        (known == null ? firstOrder : CompletableFuture.completedFuture(known))
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
        firstOrder.cancel(false);
        reading.forEach(task -> task.cancel(true));
    }

    /** Nobody waits for what is read for a list that was closed; the next one must not wait behind it either. */
    private void read(Runnable work) {
        Future<?> task = background.readUntilCancelled(work);
        reading.removeIf(Future::isDone);
        reading.add(task);
        if (closed) {
            task.cancel(true);
        }
    }

    private void committed(Commit commit) {
        if (!closed
                && (commit.everything()
                        || commit.refs().stream().map(RecordRef::kind).anyMatch(shown::contains))) {
            refreshes.ask();
        }
    }

    private void loadFirst() {
        try {
            List<T> rows = source.first(RowWindow.PAGE);
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
            List<Integer> visible = window.latest(REFRESHED_AT_ONCE);
            read(() -> {
                try {
                    refresh(visible);
                } finally {
                    done.run();
                }
            });
        });
    }

    private void refresh(List<Integer> visible) {
        try {
            RowOrder fresh = source.order();
            Map<Integer, List<@Nullable T>> pages = new LinkedHashMap<>();
            for (int page : visible) {
                pages.put(page, rows(fresh, page));
            }
            firstOrder.complete(fresh);
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
        RowOrder present = keys;
        if (present != null && asked.add(page)) {
            read(() -> load(present, page));
        }
    }

    private void load(RowOrder of, int page) {
        if (closed) {
            return;
        }
        try {
            List<@Nullable T> rows = rows(of, page);
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

    private List<@Nullable T> rows(RowOrder order, int page) throws StoreException {
        int from = page * RowWindow.PAGE;
        return from >= order.size()
                ? List.of()
                : source.rows(order, from, Math.min(order.size(), from + RowWindow.PAGE));
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
