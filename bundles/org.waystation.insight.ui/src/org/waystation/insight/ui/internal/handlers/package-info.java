/** Handlers of commands. */
@org.jspecify.annotations.NullMarked
package org.waystation.insight.ui.internal.handlers;
