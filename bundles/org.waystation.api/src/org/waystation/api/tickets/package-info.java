/** Ticket work: the queue, one ticket with its conversation, and the edits a technician makes. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.tickets;
