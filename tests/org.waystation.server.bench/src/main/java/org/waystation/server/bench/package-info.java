/** Measures the MSP server under the load of a whole team, and against what its database could do at best. */
@NullMarked
package org.waystation.server.bench;

import org.jspecify.annotations.NullMarked;
