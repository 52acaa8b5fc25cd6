package org.waystation.server.database;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a transaction may touch. The database holds every statement against it by row-level security.
 *
 * @param everything whether it may touch the records of every company
 * @param companies the companies whose records it may touch, where it is not everything
 * @param internal whether it may touch what the provider keeps from its customers, such as internal notes
 */
public record Scope(boolean everything, Set<UUID> companies, boolean internal) {

    /** The server's own work, and that of people who see every company. */
    public static final Scope EVERYTHING = new Scope(true, Set.of(), true);

    public Scope {
        companies = Set.copyOf(companies);
        if (everything && !internal) {
            throw new IllegalArgumentException("Who sees every company is one of the provider's own.");
        }
    }

    String role() {
        return everything ? Roles.ALL : Roles.SCOPED;
    }

    /** As an array of the database. */
    String companyArray() {
        return companies.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
