/** An item of the status bar. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.statusbar;
