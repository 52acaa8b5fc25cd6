/** Edits made earlier on workstations, applied one by one. */
@NullMarked
package org.waystation.server.operation;

import org.jspecify.annotations.NullMarked;
