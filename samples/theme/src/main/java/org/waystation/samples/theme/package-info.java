/** A theme, declared as data. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.theme;
