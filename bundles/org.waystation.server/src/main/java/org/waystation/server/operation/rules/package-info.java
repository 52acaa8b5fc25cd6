/** What the server adds to or refuses in an edit, by kind. */
@NullMarked
package org.waystation.server.operation.rules;

import org.jspecify.annotations.NullMarked;
