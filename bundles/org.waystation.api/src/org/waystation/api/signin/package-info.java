/** Signing this workstation in to a server, and out. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.signin;
