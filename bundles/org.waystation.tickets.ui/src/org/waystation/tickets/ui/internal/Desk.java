package org.waystation.tickets.ui.internal;

import java.util.concurrent.Executor;
import org.waystation.api.tickets.TicketService;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/**
 * What the ticket screens work with.
 *
 * @param ui runs on the UI thread
 */
public record Desk(Look look, TicketService tickets, Edits edits, RelativeTime times, Executor ui) {}
