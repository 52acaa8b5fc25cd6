/** Who may what, tried against every endpoint that the contract names. */
@NullMarked
package org.waystation.server.access;

import org.jspecify.annotations.NullMarked;
