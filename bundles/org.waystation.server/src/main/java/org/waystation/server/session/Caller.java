package org.waystation.server.session;

import java.util.UUID;
import org.waystation.server.database.Scope;

/**
 * The person a request comes from, and what that person may see.
 *
 * @param scopeRevision counts the changes of what this person may see; a cursor of another one is void
 */
public record Caller(UUID id, String name, String email, Role role, Scope scope, long scopeRevision) {}
