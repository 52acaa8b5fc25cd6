/** What belongs to a ticket, beside it. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal.context;
