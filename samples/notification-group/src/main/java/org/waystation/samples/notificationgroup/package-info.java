/** A group of notifications that can be silenced. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.notificationgroup;
