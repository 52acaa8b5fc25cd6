package org.waystation.tickets.ui.internal;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketService;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/**
 * What the ticket screens work with.
 *
 * @param open opens a record
 * @param ui runs on the UI thread
 */
public record Desk(
        Look look, Services services, Edits edits, RelativeTime times, Consumer<RecordRef> open, Executor ui) {

    public TicketService tickets() {
        return services.tickets();
    }
}
