/** What can be wrong with a request, as problem details (RFC 9457). */
@NullMarked
package org.waystation.server.problem;

import org.jspecify.annotations.NullMarked;
