@NullMarked
package org.waystation.server.cli;

import org.jspecify.annotations.NullMarked;
