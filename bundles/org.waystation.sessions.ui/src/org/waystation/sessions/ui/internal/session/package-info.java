/** A session in its editor. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.ui.internal.session;
