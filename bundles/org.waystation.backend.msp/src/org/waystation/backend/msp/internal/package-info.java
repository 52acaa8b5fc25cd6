/** The MSP server's HTTP API (version 1) behind the backend SPI. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.msp.internal;
