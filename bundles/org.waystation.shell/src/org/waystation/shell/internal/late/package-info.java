/** Services of plug-ins that are not made before somebody uses them. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.late;
