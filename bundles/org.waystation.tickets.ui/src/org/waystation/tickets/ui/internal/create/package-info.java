/** Making a ticket. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal.create;
