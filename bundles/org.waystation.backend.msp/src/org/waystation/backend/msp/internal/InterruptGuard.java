package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;

/**
 * Makes blocking socket calls end when their thread is interrupted, which plain sockets do not: the channel base class
 * of the JDK calls us back from within {@link Thread#interrupt()}, and we abort the request.
 */
final class InterruptGuard extends AbstractInterruptibleChannel {

    private final Runnable abort;

    InterruptGuard(Runnable abort) {
        this.abort = abort;
    }

    /** A call that blocks. */
    @FunctionalInterface
    interface Blocking<T> {
        T call() throws IOException;
    }

    /** Runs a call; ends with {@link ClosedByInterruptException} where the thread is or becomes interrupted. */
    <T> T run(Blocking<T> call) throws IOException {
        boolean completed = false;
        T result;
        try {
            begin();
            result = call.call();
            completed = true;
        } finally {
            end(completed);
        }
        return result;
    }

    @Override
    protected void implCloseChannel() {
        abort.run();
    }
}
