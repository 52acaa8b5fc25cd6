/** Light, dark and as the system is. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.appearance;
