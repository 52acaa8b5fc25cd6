package org.waystation.insight.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.live.LiveValue;
import org.waystation.store.live.Background;
import org.waystation.store.live.Refreshes;

/** A report while it is on screen. */
final class FollowedReport implements LiveValue {

    private static final Logger LOG = System.getLogger(FollowedReport.class.getName());

    private final Supplier<CompletionStage<InsightReport>> making;
    private final Executor deliverOn;
    private final Consumer<Optional<InsightReport>> subscriber;
    private final Refreshes refreshes;
    private volatile boolean closed;
    private Runnable closing = () -> {};

    FollowedReport(
            Supplier<CompletionStage<InsightReport>> making,
            Background background,
            Executor deliverOn,
            Consumer<Optional<InsightReport>> subscriber) {
        this.making = making;
        this.deliverOn = deliverOn;
        this.subscriber = subscriber;
        this.refreshes = new Refreshes(background, this::refresh);
    }

    void onClose(Runnable newClosing) {
        closing = newClosing;
    }

    /** Something that counts has changed. */
    void ask() {
        if (!closed) {
            refreshes.ask();
        }
    }

    private void refresh(Runnable done) {
        if (closed) {
            done.run();
            return;
        }
        making.get().whenComplete((report, failure) -> {
            if (failure != null) {
                LOG.log(Level.WARNING, "The sums could not be taken; they stay as they were shown.", failure);
            }
            deliverOn.execute(() -> {
                if (!closed) {
                    subscriber.accept(Optional.ofNullable(report));
                }
            });
            done.run();
        });
    }

    @Override
    public void close() {
        closed = true;
        closing.run();
    }
}
