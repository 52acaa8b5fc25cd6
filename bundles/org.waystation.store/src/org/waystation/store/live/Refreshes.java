package org.waystation.store.live;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Makes one refresh of many requests: while one runs, all that come are one more, a moment after it. So a first sync with
 * its many commits costs a screen a few refreshes a second and an edit shows at once.
 */
public final class Refreshes {

    static final Duration MOMENT = Duration.ofMillis(250);

    private enum State {
        IDLE,
        RUNNING,
        ASKED_AGAIN
    }

    private final Background background;
    private final Consumer<Runnable> refresh;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    /** @param refresh does it, and calls what it is given when done */
    public Refreshes(Background background, Consumer<Runnable> refresh) {
        this.background = background;
        this.refresh = refresh;
    }

    /** Asks for a refresh, now or soon. */
    public void ask() {
        if (state.getAndUpdate(now -> now == State.IDLE ? State.RUNNING : State.ASKED_AGAIN) == State.IDLE) {
            refresh.accept(this::done);
        }
    }

    private void done() {
        if (state.getAndUpdate(now -> now == State.ASKED_AGAIN ? State.RUNNING : State.IDLE) == State.ASKED_AGAIN) {
            background.readAfter(MOMENT, () -> refresh.accept(this::done));
        }
    }
}
