/** The server as a whole, and what the tests of its parts share. */
@NullMarked
package org.waystation.server;

import org.jspecify.annotations.NullMarked;
