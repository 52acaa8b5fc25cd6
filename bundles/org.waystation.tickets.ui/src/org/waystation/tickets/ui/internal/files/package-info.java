/** Files at a ticket: dropped, pasted, looked at and saved; never started. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal.files;
