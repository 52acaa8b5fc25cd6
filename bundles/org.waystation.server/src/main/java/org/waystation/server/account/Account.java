package org.waystation.server.account;

import java.util.Set;
import java.util.UUID;
import org.waystation.server.session.Role;

/**
 * Somebody who can sign in.
 *
 * @param userId the record of kind user that shows this person to others
 * @param allCompanies whether this person sees every company, those to come included
 * @param companies the companies this person sees where it is not all
 * @param disabled whether signing in is closed to this person
 */
public record Account(
        UUID userId,
        String email,
        String name,
        Role role,
        boolean allCompanies,
        Set<UUID> companies,
        boolean disabled,
        boolean hasPassword) {

    public Account {
        companies = Set.copyOf(companies);
    }
}
