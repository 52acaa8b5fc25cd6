/** Import from files and export to them, by whatever importers and exporters there are. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.transfer;
