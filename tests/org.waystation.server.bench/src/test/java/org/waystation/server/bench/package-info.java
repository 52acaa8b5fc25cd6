/** That the benchmarks measure what they say. */
@NullMarked
package org.waystation.server.bench;

import org.jspecify.annotations.NullMarked;
