package org.waystation.server.operation;

import java.sql.SQLException;
import java.time.InstantSource;
import org.waystation.server.record.Ledger;
import org.waystation.server.session.Caller;

/** The server's own way of applying an edit, for a server that keeps its records in memory. */
public final class EditDesk {

    private final EditApplier applier;

    /** @param clock the server's */
    public EditDesk(InstantSource clock) {
        applier = new EditApplier(clock);
    }

    /**
     * Applied or in conflict.
     *
     * @throws org.waystation.server.problem.ProblemException where the edit is refused
     */
    public Outcome apply(Ledger ledger, Caller caller, Edit edit) {
        try {
            return applier.apply(ledger, caller, edit);
        } catch (SQLException e) {
            throw new IllegalStateException("A ledger in memory has no database.", e);
        }
    }
}
