/** Taking over records from tables of other systems. */
@NullMarked
package org.waystation.server.transfer;

import org.jspecify.annotations.NullMarked;
