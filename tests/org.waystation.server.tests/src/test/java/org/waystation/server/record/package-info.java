@NullMarked
package org.waystation.server.record;

import org.jspecify.annotations.NullMarked;
