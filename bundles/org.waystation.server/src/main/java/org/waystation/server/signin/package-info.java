/** Signing in and staying signed in (OAuth 2.1): codes, tokens, devices, one-time links. */
@NullMarked
package org.waystation.server.signin;

import org.jspecify.annotations.NullMarked;
