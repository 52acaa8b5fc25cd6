/** The screens of remote sessions and of the vault. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.ui.internal;
