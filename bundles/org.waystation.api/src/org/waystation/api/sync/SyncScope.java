package org.waystation.api.sync;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is taken along on this machine. The small lists that everybody needs, such as users, are always in.
 *
 * @param myWork my open tickets with all that belongs to them, whatever the other limits say
 * @param everyCompany all companies that the server lets us see; else those that are pinned
 * @param companies the pinned ones; without meaning while every company is in
 * @param days of what belongs to companies only what is open or was changed within so many days; empty for no limit
 * @param attachmentMegabytes files up to this size come along; larger ones when they are opened; 0 for none
 */
public record SyncScope(
        boolean myWork, boolean everyCompany, Set<UUID> companies, Optional<Integer> days, int attachmentMegabytes) {

    /** Of files that come along by themselves. */
    public static final int ATTACHMENT_MEGABYTES = 10;

    public static final int DAYS_MAX = 3650;
    public static final int ATTACHMENT_MEGABYTES_MAX = 1000;

    public SyncScope {
        companies = everyCompany ? Set.of() : Set.copyOf(companies);
        if (days.filter(number -> number < 1 || number > DAYS_MAX).isPresent()) {
            throw new IllegalArgumentException("Not a number of days from 1 to " + DAYS_MAX + ": " + days);
        }
        if (attachmentMegabytes < 0 || attachmentMegabytes > ATTACHMENT_MEGABYTES_MAX) {
            throw new IllegalArgumentException("Not a size of files: " + attachmentMegabytes);
        }
    }

    /** All that the server lets us see. */
    public static SyncScope everything() {
        return new SyncScope(true, true, Set.of(), Optional.empty(), ATTACHMENT_MEGABYTES);
    }

    /** Whether it leaves out records that the server would let us see. */
    public boolean isLimited() {
        return !everyCompany || days.isPresent();
    }

    /** Whether every record that the other scope holds is in this one too, as far as the limits alone can tell. */
    public boolean covers(SyncScope other) {
        boolean sameWork = myWork || !other.myWork || !isLimited();
        boolean allCompanies = everyCompany || (!other.everyCompany && companies.containsAll(other.companies));
        boolean noneThere = !other.everyCompany && other.companies.isEmpty();
        boolean asLong = days.isEmpty()
                || noneThere
                || other.days.filter(number -> number <= days.get()).isPresent();
        return sameWork && allCompanies && asLong;
    }

    /** Whether the same records are in it; the limit on files is no matter of records. */
    public boolean holdsSameAs(SyncScope other) {
        boolean work = myWork == other.myWork || (!isLimited() && !other.isLimited());
        return work
                && everyCompany == other.everyCompany
                && companies.equals(other.companies)
                && days.equals(other.days);
    }
}
