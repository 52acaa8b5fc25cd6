/** The credentials of a profile, in the encrypted store. */
@org.jspecify.annotations.NullMarked
package org.waystation.credentials.internal;
