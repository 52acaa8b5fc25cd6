/**
 * The record table: rows of a live list, of which only those on screen are held, as lines where it is narrow and as
 * columns where it is wide.
 */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.table;
