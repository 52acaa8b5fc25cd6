package org.waystation.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.server.database.Database;
import org.waystation.server.database.DatabaseAccess;
import org.waystation.server.database.Scope;
import org.waystation.server.kind.Kinds;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Role;

class DatabaseAwayTest {

    /** Nobody listens on port 1; a batch that waited for each edit would take the test far beyond any patience. */
    @Test
    void aWholeBatchIsToBeSentAgainAfterOneWait() {
        DatabaseAccess nowhere = new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/none", "nobody", "none");
        try (Database database = new Database(nowhere)) {
            List<Edit> edits = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                edits.add(new Edit(
                        UUID.randomUUID(),
                        Operation.Type.DELETE,
                        Kinds.find(EntityKind.NOTE).orElseThrow(),
                        UUID.randomUUID(),
                        1,
                        Map.of(),
                        List.of(),
                        Instant.now()));
            }
            Caller caller = new Caller(UUID.randomUUID(), "Tom Reyes", "tom@x.example", Role.LEAD, Scope.EVERYTHING, 0);
            List<Outcome> outcomes =
                    assertTimeout(Duration.ofSeconds(15), () -> new Operations(database).apply(caller, edits));
            assertEquals(edits.size(), outcomes.size());
            outcomes.forEach(outcome -> assertInstanceOf(Outcome.Retry.class, outcome));
        }
    }
}
