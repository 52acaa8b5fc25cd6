/** Items of the status bar. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.status;
