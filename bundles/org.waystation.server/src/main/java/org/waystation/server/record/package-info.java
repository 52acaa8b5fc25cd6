/** Records as they are stored: reading, writing in commit order, the snapshot and the changes feed. */
@NullMarked
package org.waystation.server.record;

import org.jspecify.annotations.NullMarked;
