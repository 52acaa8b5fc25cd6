package org.waystation.server.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells failures of the database that pass from those that do not (PostgreSQL documentation, appendix A). */
public final class Faults {

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String CONNECTION = "08";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String OPERATOR_INTERVENTION = "57P";

    private Faults() {}

    /** Whether the database cannot be reached or is being stopped. */
    public static boolean isAway(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || state(failure).startsWith(CONNECTION)
                || state(failure).startsWith(OPERATOR_INTERVENTION);
    }

    /** Whether the same transaction may succeed at once: it only came into another one's way. */
    public static boolean isCollision(SQLException failure) {
        return state(failure).equals(SERIALIZATION_FAILURE) || state(failure).equals(DEADLOCK);
    }

    /** Whether row-level security refused the row. */
    public static boolean isOutOfReach(SQLException failure) {
        return state(failure).equals(INSUFFICIENT_PRIVILEGE);
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }
}
