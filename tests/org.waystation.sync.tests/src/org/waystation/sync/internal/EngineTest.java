package org.waystation.sync.internal;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.store.StoreException;

/** A workstation and a server with one ticket in it, not connected yet. */
abstract class EngineTest {

    @TempDir
    Path folder;

    final FakeServer server = new FakeServer();
    Workstation workstation;

    @BeforeEach
    void open() throws StoreException {
        workstation = new Workstation(folder);
        server.put(
                EntityKind.TICKET, Workstation.TICKET, Map.of("subject", "Printer", "status", "new", "priority", "p3"));
    }

    @AfterEach
    void close() throws Exception {
        workstation.close();
    }

    final Operation subjectTo(String subject) {
        return workstation.update(Workstation.TICKET_REF, 1, new FieldChange("subject", "Printer", subject));
    }

    final Object serverField(String field) {
        return server.find(Workstation.TICKET_REF).orElseThrow().data().get(field);
    }

    final Object localField(String field) throws StoreException {
        return workstation.record(Workstation.TICKET_REF).data().get(field);
    }

    final Operation note(long id, String body) {
        return workstation.create(
                EntityKind.NOTE,
                Workstation.id(id),
                Map.of("ticketId", Workstation.TICKET.toString(), "body", body, "visibility", "internal"));
    }
}
