@NullMarked
package org.waystation.server.operation;

import org.jspecify.annotations.NullMarked;
