/** A plug-in that misbehaves in each of its callbacks, as the system property {@code waystation.hostile} tells it to. */
@org.jspecify.annotations.NullMarked
package org.waystation.hostile;
