package org.waystation.tickets.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketView;
import org.waystation.store.Records;
import org.waystation.store.Records.Commit;
import org.waystation.store.StoreException;

/** One ticket while it is on screen; a commit that may concern it makes it look again, and a difference is delivered. */
final class FollowedTicket implements LiveValue {

    private static final Logger LOG = System.getLogger(FollowedTicket.class.getName());

    /** A note of the server's names its ticket only inside, so each might be ours. */
    private static final Set<EntityKind> PERHAPS_OURS = Set.of(EntityKind.NOTE, EntityKind.TIME_ENTRY);

    private final UUID ticketId;
    private final TicketViews views;
    private final Background background;
    private final Executor deliverOn;
    private final Consumer<Optional<TicketView>> subscriber;
    private final Refreshes refreshes;
    private volatile @Nullable Optional<TicketView> last;
    private volatile boolean closed;
    private @Nullable AutoCloseable commits;

    private FollowedTicket(
            UUID ticketId,
            TicketViews views,
            Background background,
            Executor deliverOn,
            Consumer<Optional<TicketView>> subscriber) {
        this.ticketId = ticketId;
        this.views = views;
        this.background = background;
        this.deliverOn = deliverOn;
        this.subscriber = subscriber;
        this.refreshes = new Refreshes(background, this::refresh);
    }

    static FollowedTicket open(
            UUID ticketId,
            TicketViews views,
            Records records,
            Background background,
            Executor deliverOn,
            Consumer<Optional<TicketView>> subscriber) {
        FollowedTicket followed = new FollowedTicket(ticketId, views, background, deliverOn, subscriber);
        followed.commits = records.onCommit(followed::committed);
        followed.refreshes.ask();
        return followed;
    }

    private void committed(Commit commit) {
        if (!closed && (commit.everything() || commit.refs().stream().anyMatch(this::concerns))) {
            refreshes.ask();
        }
    }

    private boolean concerns(RecordRef ref) {
        return ref.id().equals(ticketId) || PERHAPS_OURS.contains(ref.kind()) || showsBeside(ref);
    }

    private boolean showsBeside(RecordRef ref) {
        Optional<TicketView> shown = last;
        return shown != null
                && shown.map(TicketView::ticket)
                        .filter(ticket -> ticket.companyId()
                                        .filter(ref.id()::equals)
                                        .isPresent()
                                || ticket.agreementId().filter(ref.id()::equals).isPresent()
                                || ticket.contactId().filter(ref.id()::equals).isPresent()
                                || ticket.assetId().filter(ref.id()::equals).isPresent()
                                || ticket.assigneeId().filter(ref.id()::equals).isPresent())
                        .isPresent();
    }

    private void refresh(Runnable done) {
        background.read(() -> {
            try {
                Optional<TicketView> now = views.of(ticketId);
                if (!now.equals(last)) {
                    last = now;
                    deliverOn.execute(() -> {
                        if (!closed) {
                            subscriber.accept(now);
                        }
                    });
                }
            } catch (StoreException e) {
                LOG.log(Level.WARNING, "A ticket could not be read; it stays as it was shown.", e);
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
