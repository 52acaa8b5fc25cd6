/** Backups of the whole database, and the way back. */
@NullMarked
package org.waystation.server.backup;

import org.jspecify.annotations.NullMarked;
