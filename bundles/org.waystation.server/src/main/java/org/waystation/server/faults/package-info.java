/** Hostile mode: goes wrong on purpose, by a seed, so that clients can be tested against everything that goes wrong. */
@NullMarked
package org.waystation.server.faults;

import org.jspecify.annotations.NullMarked;
