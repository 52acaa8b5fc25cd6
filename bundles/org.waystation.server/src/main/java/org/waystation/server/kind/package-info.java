/** The kinds of records, declared as data: fields, limits, references, who sets what. */
@NullMarked
package org.waystation.server.kind;

import org.jspecify.annotations.NullMarked;
