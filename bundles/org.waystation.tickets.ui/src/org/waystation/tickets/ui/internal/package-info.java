/** What the ticket screens share. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal;
