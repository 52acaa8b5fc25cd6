package org.waystation.samples.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.testkit.fake.SampleData;
import org.waystation.testkit.fake.TestClock;

class ScratchBackendTest {

    private final ScratchBackend backend = new ScratchBackend(new TestClock(Instant.EPOCH));

    @Test
    void itSaysWhatTimeItIs() {
        assertEquals(Instant.EPOCH, backend.session().serverTime());
    }

    @Test
    void aChangeIsRejectedWithItsReason() {
        Operation operation = new Operation(
                UUID.randomUUID(),
                Operation.Type.DELETE,
                EntityKind.TICKET,
                SampleData.ticket(0),
                1,
                List.of(),
                List.of(),
                Instant.EPOCH);
        OperationResult result = backend.push(List.of(operation)).get(0);
        assertInstanceOf(OperationResult.Rejected.class, result);
    }
}
