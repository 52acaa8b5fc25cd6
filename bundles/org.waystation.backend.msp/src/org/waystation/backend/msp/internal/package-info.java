/** Speaks the remote MSP API over HTTP. */
@NullMarked
package org.waystation.backend.msp.internal;

import org.jspecify.annotations.NullMarked;
