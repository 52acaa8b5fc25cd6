package org.waystation.server.session;

import java.util.UUID;
import org.waystation.server.database.Scope;

/**
 * The person a request comes from, and what that person may see.
 *
 * @param scopeRevision counts the changes of what this person may see; a cursor of another one is void
 * @param program what the token was given to: a sign-in, or the token itself where it came without one
 */
public record Caller(UUID id, String name, String email, Role role, Scope scope, long scopeRevision, UUID program) {

    /** Somebody who came without a token. */
    public Caller(UUID id, String name, String email, Role role, Scope scope, long scopeRevision) {
        this(id, name, email, role, scope, scopeRevision, id);
    }
}
