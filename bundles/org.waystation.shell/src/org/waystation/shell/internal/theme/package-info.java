/** How the look is made: palettes, fonts and icons. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.theme;
