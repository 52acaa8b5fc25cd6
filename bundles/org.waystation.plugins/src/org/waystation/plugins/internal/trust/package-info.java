/** Who made a package, and whether it may run here. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.trust;
