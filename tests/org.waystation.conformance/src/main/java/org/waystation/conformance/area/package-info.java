/** The requirements, an area of the contract in each class. */
@NullMarked
package org.waystation.conformance.area;

import org.jspecify.annotations.NullMarked;
