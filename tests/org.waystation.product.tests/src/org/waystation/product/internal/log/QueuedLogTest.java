package org.waystation.product.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class QueuedLogTest {

    /** Writes only once it is let. */
    private static final class SlowHandler extends Handler {

        private final CountDownLatch let = new CountDownLatch(1);
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            try {
                let.await();
                written.add(record.getSourceMethodName() + ": " + record.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void flush() {
            written.add("flushed");
        }

        @Override
        public void close() {
            written.add("closed");
        }
    }

    @Test
    void whoLogsDoesNotWaitAndAllIsWrittenInOrderBeforeTheEnd() {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        SlowHandler slow = new SlowHandler();
        logger.addHandler(slow);
        QueuedLog queued = QueuedLog.before(logger);

        logger.warning("first");
        logger.warning("second");
        queued.flush();
        assertTrue(slow.written.isEmpty());

        slow.let.countDown();
        queued.close();
        String here = "whoLogsDoesNotWaitAndAllIsWrittenInOrderBeforeTheEnd";
        assertEquals(List.of(here + ": first", here + ": second", "flushed", "closed"), slow.written);
    }
}
