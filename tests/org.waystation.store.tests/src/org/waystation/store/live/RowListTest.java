package org.waystation.store.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.store.Records;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;

/** Each letter that is typed closes one list and opens another, over the same few threads. */
class RowListTest {

    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final ExecutorService ui = Executors.newSingleThreadExecutor();
    private final Background background = new Background(reader, reader, (after, work) -> reader.execute(work));
    private final Records records = (Records) Proxy.newProxyInstance(
            Records.class.getClassLoader(), new Class<?>[] {Records.class}, (proxy, method, values) ->
                    (AutoCloseable) () -> {});

    @AfterEach
    void end() {
        reader.shutdownNow();
        ui.shutdownNow();
    }

    @Test
    void theNextListDoesNotWaitForWhatIsReadForOneThatWasClosed() throws Exception {
        Rows endless = new Rows(new CountDownLatch(1));
        RowList<String> first = open(endless);
        assertTrue(endless.begun.await(1, TimeUnit.MINUTES));

        RowList<String> next = open(new Rows(new CountDownLatch(0)));
        CountDownLatch seen = new CountDownLatch(1);
        ui.submit(() -> {
                    next.onChange(seen::countDown);
                    first.close();
                })
                .get();

        assertTrue(seen.await(1, TimeUnit.MINUTES), "the next list has its rows");
        assertEquals(1, ui.submit(next::size).get());
    }

    private RowList<String> open(Rows rows) {
        return RowList.open(rows, Set.of(EntityKind.TICKET), records, background, ui);
    }

    /** One row, and an order of them that takes for as long as it is held up. */
    private static final class Rows implements RowSource<String>, RowOrder {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch holdUp;

        Rows(CountDownLatch holdUp) {
            this.holdUp = holdUp;
        }

        @Override
        public List<String> first(int limit) {
            return List.of("a row");
        }

        @Override
        public RowOrder order() throws StoreException {
            begun.countDown();
            try {
                holdUp.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreException(StoreException.Reason.INTERRUPTED, "This was cancelled.", e);
            }
            return this;
        }

        @Override
        public List<@Nullable String> rows(RowOrder order, int from, int to) {
            return List.of("a row");
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public int indexOf(UUID id) {
            return 0;
        }
    }
}
