/** The reference MSP server: the remote MSP API over PostgreSQL, on a plain Java class path. */
@NullMarked
package org.waystation.server;

import org.jspecify.annotations.NullMarked;
