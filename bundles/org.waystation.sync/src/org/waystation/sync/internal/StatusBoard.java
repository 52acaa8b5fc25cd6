package org.waystation.sync.internal;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.SyncStatus;

/** Holds the present status and tells it to whoever listens. */
final class StatusBoard {

    private final Told<SyncStatus> status = new Told<>(StatusFacts.unconnected().status());
    private StatusFacts facts = StatusFacts.unconnected();
    private @Nullable Link current;

    SyncStatus status() {
        return status.value();
    }

    /** Changes what does not depend on which server we talk to. */
    synchronized void update(UnaryOperator<StatusFacts> change) {
        facts = change.apply(facts);
        SyncStatus now = facts.status();
        status.update(before -> now);
    }

    AutoCloseable listen(Executor deliverOn, Consumer<SyncStatus> listener) {
        return status.listen(deliverOn, listener);
    }

    /** A server is there now; its engine alone speaks for it until the link ends. */
    synchronized Link connect() {
        Link link = new Link();
        current = link;
        update(StatusFacts::withServer);
        return link;
    }

    /** What one engine writes to the board. An engine that was replaced can no longer say anything. */
    final class Link {

        void update(UnaryOperator<StatusFacts> change) {
            synchronized (StatusBoard.this) {
                if (current == this) {
                    StatusBoard.this.update(change);
                }
            }
        }

        void end() {
            synchronized (StatusBoard.this) {
                update(StatusFacts::withoutServer);
                if (current == this) {
                    current = null;
                }
            }
        }
    }
}
