/** Signing in to a server, and out: the sheet that asks, and what opens it. */
@NullMarked
package org.waystation.product.internal.signin;

import org.jspecify.annotations.NullMarked;
