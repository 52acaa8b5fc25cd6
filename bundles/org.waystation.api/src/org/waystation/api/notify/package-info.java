/** Notifications to the technician, kept in an event log. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.notify;
