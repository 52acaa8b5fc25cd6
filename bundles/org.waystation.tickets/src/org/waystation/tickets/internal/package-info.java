/** Ticket work over the local store: live queues, one ticket, edits as queued operations. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.internal;
