/** Open editors: navigation, tabs, what was open lately. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.editors;
