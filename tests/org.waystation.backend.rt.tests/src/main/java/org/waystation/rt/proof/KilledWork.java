package org.waystation.rt.proof;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.waystation.api.sync.Operation;
import org.waystation.backend.rt.internal.wire.RtIds;

/** A workstation that queues tickets with notes, says so, and sends them until it is killed. */
public final class KilledWork {

    /** @param arguments folder, address, user, password, what the subjects begin with, how many */
    public static void main(String[] arguments) throws Exception {
        URI server = URI.create(arguments[1]);
        Edits edits = new Edits(new RtIds(server.toString()));
        RtMachine machine = new RtMachine(Path.of(arguments[0]), server, server, arguments[2], arguments[3]);
        for (int i = 0; i < Integer.parseInt(arguments[5]); i++) {
            Operation ticket = edits.ticket(arguments[4] + " " + i);
            machine.commit(ticket, edits.note(ticket.entityId(), "note " + i, "internal", ticket));
        }
        System.out.println("queued");
        machine.online();
        new CountDownLatch(1).await(); // until somebody kills it
    }

    private KilledWork() {}
}
