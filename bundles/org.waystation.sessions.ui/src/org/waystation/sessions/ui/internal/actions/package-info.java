/** What can be done with other records and in Search Everywhere. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.ui.internal.actions;
