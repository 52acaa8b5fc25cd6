/** The key file, the profile's lock, and where unlock secrets come from. */
@org.jspecify.annotations.NullMarked
package org.waystation.vault.internal;
