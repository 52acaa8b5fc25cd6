/** The technician's week in the status bar. */
@org.jspecify.annotations.NullMarked
package org.waystation.insight.ui.internal.status;
