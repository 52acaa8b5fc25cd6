/** What must be undone when a plug-in leaves, and who looks after it. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.undo;
