/** The ticket queue and the ticket editor. */
@NullMarked
package org.waystation.tickets.ui.internal;

import org.jspecify.annotations.NullMarked;
