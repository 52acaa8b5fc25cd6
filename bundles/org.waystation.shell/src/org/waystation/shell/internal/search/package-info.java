/** Search Everywhere. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.search;
