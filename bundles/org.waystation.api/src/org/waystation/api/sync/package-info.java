/** How local changes reach a remote system: operations, their results, and the backend SPI. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.sync;
