/** The ticket queue. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal.queue;
