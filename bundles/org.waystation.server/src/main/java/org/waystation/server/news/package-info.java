/** Tells waiting workstations that something was committed, over all server processes. */
@NullMarked
package org.waystation.server.news;

import org.jspecify.annotations.NullMarked;
