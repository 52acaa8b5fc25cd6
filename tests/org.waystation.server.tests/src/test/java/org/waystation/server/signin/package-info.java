/** Signing in and out, as programs and people do it. */
@NullMarked
package org.waystation.server.signin;

import org.jspecify.annotations.NullMarked;
