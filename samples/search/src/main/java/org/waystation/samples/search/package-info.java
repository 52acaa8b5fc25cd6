/** Finds people in Search Everywhere. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.search;
