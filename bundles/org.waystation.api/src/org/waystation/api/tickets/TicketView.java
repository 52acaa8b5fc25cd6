package org.waystation.api.tickets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Contact;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.domain.User;
import org.waystation.api.record.RecordActions;
import org.waystation.api.sync.PendingOperation;

/**
 * A ticket with what a technician needs beside it.
 *
 * @param nextStatuses the steps allowed now, most usual first
 * @param conversation oldest first
 * @param timeEntries oldest first
 * @param unsyncedFields fields of the ticket itself with a change that waits to be sent
 * @param pending every waiting or parked change to the ticket, its notes and its time entries
 * @param actions what the person who is signed in may do with the ticket
 */
public record TicketView(
        Ticket ticket,
        Optional<Company> company,
        Optional<Agreement> agreement,
        Optional<Contact> contact,
        Optional<Asset> asset,
        Optional<User> assignee,
        boolean mine,
        List<TicketStatus> nextStatuses,
        List<Entry<Note>> conversation,
        List<Entry<TimeEntry>> timeEntries,
        Set<String> unsyncedFields,
        List<PendingOperation> pending,
        RecordActions actions) {

    /**
     * A note or time entry.
     *
     * @param mine whether the signed-in technician made it
     * @param unsynced whether it waits to be sent
     */
    public record Entry<T>(T value, boolean mine, boolean unsynced) {}

    /** Of which nobody said what may be done with it. */
    public TicketView(
            Ticket ticket,
            Optional<Company> company,
            Optional<Agreement> agreement,
            Optional<Contact> contact,
            Optional<Asset> asset,
            Optional<User> assignee,
            boolean mine,
            List<TicketStatus> nextStatuses,
            List<Entry<Note>> conversation,
            List<Entry<TimeEntry>> timeEntries,
            Set<String> unsyncedFields,
            List<PendingOperation> pending) {
        this(
                ticket,
                company,
                agreement,
                contact,
                asset,
                assignee,
                mine,
                nextStatuses,
                conversation,
                timeEntries,
                unsyncedFields,
                pending,
                RecordActions.UNKNOWN);
    }

    public TicketView {
        nextStatuses = List.copyOf(nextStatuses);
        conversation = List.copyOf(conversation);
        timeEntries = List.copyOf(timeEntries);
        unsyncedFields = Set.copyOf(unsyncedFields);
        pending = List.copyOf(pending);
    }
}
