/** How the record table is made of NatTable. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.table;
