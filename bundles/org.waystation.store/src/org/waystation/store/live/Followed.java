package org.waystation.store.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.Records.Commit;
import org.waystation.store.StoreException;

/**
 * One record with what belongs to it while it is on screen; a commit that may concern it makes it look again, and a
 * difference is delivered.
 *
 * @param <T> what is shown of it
 */
public final class Followed<T> implements LiveValue {

    private static final Logger LOG = System.getLogger(Followed.class.getName());

    private final Reading<T> reading;
    private final BiPredicate<Optional<T>, RecordRef> concerns;
    private final Background background;
    private final Executor deliverOn;
    private final Consumer<Optional<T>> subscriber;
    private final Refreshes refreshes;
    private volatile @Nullable Optional<T> last;
    private volatile boolean closed;
    private @Nullable AutoCloseable commits;

    /** Reads what is shown; empty where it is not held here. */
    @FunctionalInterface
    public interface Reading<T> {
        Optional<T> read() throws StoreException;
    }

    private Followed(
            Reading<T> reading,
            BiPredicate<Optional<T>, RecordRef> concerns,
            Background background,
            Executor deliverOn,
            Consumer<Optional<T>> subscriber) {
        this.reading = reading;
        this.concerns = concerns;
        this.background = background;
        this.deliverOn = deliverOn;
        this.subscriber = subscriber;
        this.refreshes = new Refreshes(background, this::refresh);
    }

    /**
     * Opens it; closed by whoever shows it.
     *
     * @param concerns whether a touched record may show in what was read last, empty before the first reading
     */
    public static <T> Followed<T> open(
            Reading<T> reading,
            BiPredicate<Optional<T>, RecordRef> concerns,
            Records records,
            Background background,
            Executor deliverOn,
            Consumer<Optional<T>> subscriber) {
        Followed<T> followed = new Followed<>(reading, concerns, background, deliverOn, subscriber);
        followed.commits = records.onCommit(followed::committed);
        followed.refreshes.ask();
        return followed;
    }

    /** Looks again without a commit, since something else that is shown with it changed. */
    public void again() {
        if (!closed) {
            refreshes.ask();
        }
    }

    private void committed(Commit commit) {
        Optional<T> shown = last == null ? Optional.empty() : last;
        if (!closed && (commit.everything() || commit.refs().stream().anyMatch(ref -> concerns.test(shown, ref)))) {
            refreshes.ask();
        }
    }

    private void refresh(Runnable done) {
        background.read(() -> {
            try {
                Optional<T> now = reading.read();
                if (!now.equals(last)) {
                    last = now;
                    deliverOn.execute(() -> {
                        if (!closed) {
                            subscriber.accept(now);
                        }
                    });
                }
            } catch (StoreException e) {
                LOG.log(Level.WARNING, "A record could not be read; it stays as it was shown.", e);
            } finally {
                done.run();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        Closing.quietly(commits);
    }
}
