package org.waystation.shell.internal.table;

/** By which column the rows are sorted; none for an empty id. */
record Sorting(String column, boolean descending) {}
