/** The tool window with the plug-ins. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.ui.internal.window;
