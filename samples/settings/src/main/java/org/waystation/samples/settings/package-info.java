/** A page of the settings, declared as data. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.settings;
