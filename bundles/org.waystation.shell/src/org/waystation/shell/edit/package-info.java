/** What editors share: the way from an edit back to the screen, and views that wait for their service. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.edit;
