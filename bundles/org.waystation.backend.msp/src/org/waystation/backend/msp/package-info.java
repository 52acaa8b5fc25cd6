/** Where the MSP server is and with what one signs in to it. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.msp;
