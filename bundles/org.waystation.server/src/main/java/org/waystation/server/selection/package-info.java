/** Which part of what somebody may see is wanted: by kinds, companies, days, and one's own work. */
@NullMarked
package org.waystation.server.selection;

import org.jspecify.annotations.NullMarked;
