/** Carries edits to the server and the server's changes into the local store. */
@NullMarked
package org.waystation.sync.internal;

import org.jspecify.annotations.NullMarked;
