package org.waystation.files.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waystation.api.files.AttachedFile;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.live.Background;
import org.waystation.store.live.Refreshes;

/** The attachments of one record while they are on screen; commits and transfers make it look again. */
final class FollowedFiles implements LiveValue {

    private static final Logger LOG = System.getLogger(FollowedFiles.class.getName());

    private final RecordRef owner;
    private final AttachedFiles files;
    private final Background background;
    private final Executor deliverOn;
    private final Consumer<List<AttachedFile>> subscriber;
    private final Refreshes refreshes;
    private final List<AutoCloseable> listening;
    private volatile @Nullable List<AttachedFile> last;
    private volatile boolean closed;

    FollowedFiles(
            RecordRef owner,
            AttachedFiles files,
            Records records,
            TransferBoard board,
            Background background,
            Executor deliverOn,
            Consumer<List<AttachedFile>> subscriber) {
        this.owner = owner;
        this.files = files;
        this.background = background;
        this.deliverOn = deliverOn;
        this.subscriber = subscriber;
        this.refreshes = new Refreshes(background, this::refresh);
        this.listening = List.of(records.onCommit(this::committed), board.listen(this::moved));
        refreshes.ask();
    }

    /** An attachment of the server's names its owner only inside, so each might be ours. */
    private void committed(Records.Commit commit) {
        if (commit.everything()
                || commit.refs().stream()
                        .anyMatch(ref -> ref.kind().equals(EntityKind.ATTACHMENT) || ref.equals(owner))) {
            ask();
        }
    }

    /** Whether it is one of ours is known only once it was read; looking again costs little. */
    private void moved(UUID attachmentId) {
        ask();
    }

    private void ask() {
        if (!closed) {
            refreshes.ask();
        }
    }

    private void refresh(Runnable done) {
        background.read(() -> {
            try {
                List<AttachedFile> now = files.of(owner);
                if (!now.equals(last)) {
                    last = now;
                    deliverOn.execute(() -> {
                        if (!closed) {
                            subscriber.accept(now);
                        }
                    });
                }
            } catch (IOException e) {
                LOG.log(
                        closed ? Level.TRACE : Level.WARNING,
                        "Attachments could not be read; they stay as they were shown.",
                        e);
            } finally {
                done.run();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        for (AutoCloseable subscription : listening) {
            try {
                subscription.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "A subscription did not end cleanly.", e);
            }
        }
    }
}
