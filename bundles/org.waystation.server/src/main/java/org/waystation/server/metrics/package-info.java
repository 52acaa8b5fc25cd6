/** What the server tells of itself to those who watch it. */
@NullMarked
package org.waystation.server.metrics;

import org.jspecify.annotations.NullMarked;
