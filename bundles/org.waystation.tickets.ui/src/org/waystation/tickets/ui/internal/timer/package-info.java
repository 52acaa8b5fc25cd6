/** The work timer: its pill in the title bar, and what is offered to be booked. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal.timer;
