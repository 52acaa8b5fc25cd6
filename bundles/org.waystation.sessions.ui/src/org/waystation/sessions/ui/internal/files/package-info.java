/** Files of this and the remote machine side by side. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.ui.internal.files;
