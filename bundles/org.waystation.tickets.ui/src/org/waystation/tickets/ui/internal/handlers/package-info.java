/** What commands do. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal.handlers;
