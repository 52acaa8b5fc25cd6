@NullMarked
package org.waystation.server.file;

import org.jspecify.annotations.NullMarked;
