package org.waystation.tickets.ui.internal;

import java.util.Locale;
import java.util.Optional;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.LinkType;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.WorkType;
import org.waystation.api.tickets.ClockState;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.widgets.Tint;

/** How the words of tickets are shown. */
public final class Words {

    /** What stands beside the buttons of a ticket that its reader may not change. */
    public static final String READ_ONLY = "read only for you";

    public static final String READ_ONLY_REASON =
            "Your role does not let you change this ticket. Ask somebody who leads.";

    public static final String NO_NOTES_REASON =
            "Your role does not let you add notes to this ticket. Ask somebody who leads.";

    private Words() {}

    public static String priority(Priority priority) {
        return priority.code().toUpperCase(Locale.ROOT);
    }

    public static Tint tint(Priority priority) {
        if (priority.equals(Priority.P1)) {
            return Tint.BAD;
        }
        return priority.equals(Priority.P2) ? Tint.WARN : Tint.NEUTRAL;
    }

    /** A request is neither sought nor a fault, so its type is what counts. */
    public static String origin(Origin origin, TicketType type) {
        return isRequest(type) ? "request" : origin.code();
    }

    public static Tint tint(Origin origin, TicketType type) {
        if (isRequest(type)) {
            return Tint.NEUTRAL;
        }
        if (origin.equals(Origin.PROACTIVE)) {
            return Tint.PROACTIVE;
        }
        return origin.equals(Origin.REACTIVE) ? Tint.REACTIVE : Tint.NEUTRAL;
    }

    public static String agreement(Optional<AgreementKind> kind) {
        return kind.map(AgreementKind::label).orElse("No agreement");
    }

    /** What one does to get to a status. */
    public static String step(TicketStatus status) {
        return switch (status.code()) {
            case "in_progress" -> "Start work";
            case "waiting_customer" -> "Wait for customer";
            case "waiting_vendor" -> "Wait for vendor";
            case "scheduled" -> "Schedule";
            case "resolved" -> "Resolve";
            case "closed" -> "Close";
            default -> status.label();
        };
    }

    /** Time spent so, as in "24 min of remote work". */
    public static String work(WorkType type) {
        return switch (type.code()) {
            case "remote" -> "remote work";
            case "on_site" -> "work on site";
            case "phone" -> "work by phone";
            default -> type.label().toLowerCase(Locale.ROOT);
        };
    }

    /** How a ticket stands to another one, as in "is caused by 47911". */
    public static String link(LinkType type) {
        return switch (type.code()) {
            case "caused_by" -> "is caused by";
            case "blocked_by" -> "is blocked by";
            case "duplicate_of" -> "is a duplicate of";
            case "part_of" -> "is part of";
            default -> type.label().toLowerCase(Locale.ROOT);
        };
    }

    /** Why the clock of a ticket's service level stands still; empty where it runs. */
    public static String pause(ClockState clock, RelativeTime times) {
        return switch (clock) {
            case ClockState.Waits waits -> "paused: " + waits.status().label().toLowerCase(Locale.ROOT);
            case ClockState.Closed closed -> "paused until " + times.opens(closed.until());
            case ClockState.Runs runs -> "";
            case ClockState.Over over -> "";
        };
    }

    private static boolean isRequest(TicketType type) {
        return type.equals(TicketType.SERVICE_REQUEST);
    }
}
