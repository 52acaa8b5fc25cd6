package org.waystation.server.account;

import java.util.Optional;
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

    private static final int NAME_MAX = 200;
    private static final int EMAIL_MAX = 254;

    public Account {
        companies = Set.copyOf(companies);
    }

    /** What is wrong with a name or an address, in words for people; empty where both will do. */
    public static Optional<String> problem(String name, String email) {
        if (name.isBlank() || name.length() > NAME_MAX) {
            return Optional.of("The name must have 1 to " + NAME_MAX + " characters.");
        }
        boolean address = email.length() <= EMAIL_MAX && email.matches("[^\\s@<>\"]+@[^\\s@<>\"]+");
        return address ? Optional.empty() : Optional.of("The e-mail address must look like name@company.example.");
    }
}
