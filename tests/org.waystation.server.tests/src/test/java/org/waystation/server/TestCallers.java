package org.waystation.server;

import java.util.UUID;
import org.waystation.server.database.Scope;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Role;

/** People for what is tested without a request. */
public final class TestCallers {

    private TestCallers() {}

    /** Sees and does everything. */
    public static Caller lead() {
        return caller(Role.LEAD, Scope.EVERYTHING);
    }

    public static Caller caller(Role role, Scope scope) {
        return new Caller(UUID.randomUUID(), "Robin Vale", "robin.vale@northwind-msp.example", role, scope, 0);
    }
}
