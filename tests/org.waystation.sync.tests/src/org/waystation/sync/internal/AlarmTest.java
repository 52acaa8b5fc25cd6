package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class AlarmTest {

    /** Whoever hears that all is up to date may end the engine while its turn is not quite over. */
    @Test
    void anEngineThatWasEndedInTheMiddleOfATurnIsNoFault() {
        ScheduledExecutorService ended = Executors.newSingleThreadScheduledExecutor();
        ended.shutdownNow();
        Alarm alarm = new Alarm(ended, () -> fail("woken"));
        assertDoesNotThrow(() -> alarm.set(Duration.ofMinutes(1)));
        assertDoesNotThrow(alarm::cancel);
    }
}
