/** The hostile mode. */
@NullMarked
package org.waystation.server.faults;

import org.jspecify.annotations.NullMarked;
