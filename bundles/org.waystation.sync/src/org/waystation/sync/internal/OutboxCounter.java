package org.waystation.sync.internal;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;
import org.waystation.store.Outbox;
import org.waystation.store.StoreException;

/** Keeps the status' counts true, and tells once when changes were parked. */
final class OutboxCounter {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxCounter.class);
    private static final String PARKED = "sync.parked";

    private final Outbox outbox;
    private final StatusBoard board;
    private final Notifications notifications;
    private int parkedBefore;

    OutboxCounter(Outbox outbox, StatusBoard board, Notifications notifications) {
        this.outbox = outbox;
        this.board = board;
        this.notifications = notifications;
    }

    /** Counts again; returns how many wait to be sent. Two at a time would tell an old count last. */
    synchronized int refresh() {
        try {
            int waiting = outbox.waitingCount();
            int parked = outbox.parkedCount();
            board.update(facts -> facts.counted(waiting, parked));
            tell(parked);
            return waiting;
        } catch (StoreException e) {
            LOG.warn("The changes that wait could not be counted.", e);
            return 0;
        }
    }

    private void tell(int parked) throws StoreException {
        if (parked > parkedBefore) {
            notifications.show(notification(parked));
        } else if (parked == 0 && parkedBefore > 0) {
            notifications.settle(FaultReporter.GROUP, PARKED);
        }
        parkedBefore = parked;
    }

    private Notification notification(int parked) throws StoreException {
        List<PendingOperation> pending = outbox.pending();
        Optional<PendingOperation> latest = pending.reversed().stream()
                .filter(operation -> operation.parked().isPresent())
                .findFirst();
        String reason = latest.flatMap(PendingOperation::parked)
                .map(OutboxCounter::sentences)
                .orElse("");
        return new Notification(
                Notification.Level.WARNING,
                FaultReporter.GROUP,
                PARKED,
                parked == 1 ? "One change needs you" : parked + " changes need you",
                reason + "Nothing is lost: send it again, or discard it.",
                List.of());
    }

    private static String sentences(Problem problem) {
        String title = problem.title().endsWith(".") ? problem.title() : problem.title() + ".";
        String detail = problem.sentence();
        return detail.equals(problem.title()) ? title + " " : title + " " + detail + " ";
    }
}
