package org.waystation.server.selection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.record.EntityKind;

/**
 * A selection as conditions over rows of the table {@code record} under the name {@code r}. What is written into them are
 * ids, days and the kinds' own names, never a text from outside; COPY takes no parameters.
 */
public final class SelectionSql {

    /** Few, and everything else refers to them: they are in every selection. */
    public static final List<String> COMMON = codes(
            EntityKind.USER,
            EntityKind.TEAM,
            EntityKind.SAVED_VIEW,
            EntityKind.COMPANY,
            EntityKind.SITE,
            EntityKind.AGREEMENT);

    /** Statuses in which nobody works on a ticket any more; a word of a newer server is none of them. */
    static final String CLOSED = TicketStatus.KNOWN.stream()
            .filter(status -> !new TicketWorkflow().isOpen(status))
            .map(TicketStatus::code)
            .collect(Collectors.joining(",", "'{", "}'"));

    private static final Set<String> OF_TICKETS = Set.of(EntityKind.NOTE.code(), EntityKind.TIME_ENTRY.code());

    private final Selection selection;

    public SelectionSql(Selection selection) {
        this.selection = selection;
    }

    /** Whether a row of this kind is in it for its company and its day. */
    public String ofKind(String kind) {
        if (COMMON.contains(kind)) {
            return "true";
        }
        String company = company();
        String age = selection.since().map(day -> age(kind, day)).orElse("true");
        return company.equals("true") ? age : age.equals("true") ? company : company + " and " + age;
    }

    /**
     * Whether a row of any of the selection's kinds is in it.
     *
     * @param mine what the person's own open tickets need
     */
    public String ofAny(Set<UUID> mine) {
        if (selection.isWhole()) {
            return "true";
        }
        String byKind = selection.kinds().stream()
                .sorted()
                .map(kind -> " when '" + kind + "' then " + ofKind(kind))
                .collect(Collectors.joining("", "case r.kind", " else false end"));
        return selection.mine() && !mine.isEmpty() ? "(" + byKind + " or " + isAnyOf(mine) + ")" : byKind;
    }

    /** Whether a row is one of these. */
    public static String isAnyOf(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "r.id = any('{", "}'::uuid[])"));
    }

    private String company() {
        Optional<Set<UUID>> companies = selection.companies();
        if (companies.isEmpty()) {
            return "true";
        }
        String own = "r.company_id is null";
        return companies.get().isEmpty()
                ? own
                : companies.get().stream()
                        .map(UUID::toString)
                        .sorted()
                        .collect(Collectors.joining(",", "(" + own + " or r.company_id = any('{", "}'::uuid[]))"));
    }

    /** What lasts, such as assets and articles, has no age: all of it is wanted. */
    private static String age(String kind, LocalDate day) {
        if (kind.equals(EntityKind.TICKET.code())) {
            return ticket("r", day);
        }
        if (OF_TICKETS.contains(kind)) {
            return ofTicket("r", day);
        }
        if (kind.equals(EntityKind.ALERT.code())) {
            return "(" + recent("r", day) + " or r.state <> 'resolved' or " + ofTicket("r", day) + ")";
        }
        if (kind.equals(EntityKind.REMOTE_SESSION.code())) {
            return session("r", day);
        }
        if (kind.equals(EntityKind.AUDIT_ENTRY.code())) {
            return recent("r", day);
        }
        if (kind.equals(EntityKind.ATTACHMENT.code())) {
            return "exists (select from record o where o.id = r.parent_id and (" + owner(day) + "))";
        }
        return "true";
    }

    /** A file comes with what it belongs to. */
    private static String owner(LocalDate day) {
        return "case o.kind when 'ticket' then " + ticket("o", day) + " when 'note' then " + ofTicket("o", day)
                + " when 'remoteSession' then " + session("o", day) + " else true end";
    }

    private static String session(String row, LocalDate day) {
        return "(" + recent(row, day) + " or " + ofTicket(row, day) + ")";
    }

    private static String ticket(String row, LocalDate day) {
        return "(" + recent(row, day) + " or " + row + ".state <> all(" + CLOSED + "))";
    }

    private static String ofTicket(String row, LocalDate day) {
        return "exists (select from record t where t.id = " + row + ".parent_id and t.kind = 'ticket' and "
                + ticket("t", day) + ")";
    }

    private static String recent(String row, LocalDate day) {
        return row + ".changed_on >= date '" + day + "'";
    }

    private static List<String> codes(EntityKind... kinds) {
        return List.of(kinds).stream().map(EntityKind::code).toList();
    }
}
