package org.waystation.sync.internal;

import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.store.Replica;
import org.waystation.store.Replica.Position;
import org.waystation.store.StoreException;

/** Takes in what changed on the server, page by page, until there is no more. */
final class PullCycle {

    static final int PAGE = 500;

    private final Replica replica;
    private final Backend backend;

    PullCycle(Replica replica, Backend backend) {
        this.replica = replica;
        this.backend = backend;
    }

    /**
     * @param onPage called after each page that brought something was taken in
     * @return whether anything came
     * @throws BackendException of cause {@code CURSOR_EXPIRED} where a new snapshot is needed
     */
    boolean run(Runnable onPage) throws BackendException, StoreException {
        boolean came = false;
        Position position = replica.position().orElseThrow(() -> noLonger("There is no copy yet."));
        boolean more = true;
        while (more) {
            ChangePage page = backend.changes(position.cursor(), PAGE);
            if (!page.epoch().equals(position.epoch())) {
                throw noLonger("The server's history is another one now.");
            }
            more = page.more();
            if (!page.cursor().equals(position.cursor())) {
                replica.apply(page);
                position = new Position(page.epoch(), page.cursor());
            } else if (more) {
                throw new BackendException(
                        BackendException.Cause.MALFORMED, "The server's changes go round in circles.");
            }
            if (!page.records().isEmpty() || !page.deleted().isEmpty()) {
                came = true;
                onPage.run();
            }
        }
        return came;
    }

    private static BackendException noLonger(String message) {
        return new BackendException(BackendException.Cause.CURSOR_EXPIRED, message);
    }
}
