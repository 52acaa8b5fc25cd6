/**
 * Holds any server of the MSP API against its contract: requirements with an id and a sentence each, asked over the wire
 * alone.
 */
@NullMarked
package org.waystation.conformance;

import org.jspecify.annotations.NullMarked;
