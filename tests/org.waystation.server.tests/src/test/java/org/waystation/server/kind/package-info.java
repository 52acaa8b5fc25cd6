@NullMarked
package org.waystation.server.kind;

import org.jspecify.annotations.NullMarked;
