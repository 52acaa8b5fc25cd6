/** Colours, type and icons, as every screen takes them: by meaning, never by value. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.theme;
