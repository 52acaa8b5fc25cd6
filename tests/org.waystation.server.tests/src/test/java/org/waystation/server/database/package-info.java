@NullMarked
package org.waystation.server.database;

import org.jspecify.annotations.NullMarked;
