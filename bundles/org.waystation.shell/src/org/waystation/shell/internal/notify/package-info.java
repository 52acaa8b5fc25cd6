/** Notifications: what is shown, what is kept, balloons and the event log. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.notify;
