/** The profile's key: how it is unlocked. */
@org.jspecify.annotations.NullMarked
package org.waystation.vault;
