/** Handlers of commands. */
@org.jspecify.annotations.NullMarked
package org.waystation.assets.ui.internal.handlers;
