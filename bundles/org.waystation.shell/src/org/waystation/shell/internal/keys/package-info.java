/** Whose a key is: the program's or the control's that has the focus. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.keys;
