/** Parts of the session screens. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.ui.internal.parts;
