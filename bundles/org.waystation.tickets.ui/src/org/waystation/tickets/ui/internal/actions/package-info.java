/** What tickets offer the rest of the shell: context actions and titles. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal.actions;
