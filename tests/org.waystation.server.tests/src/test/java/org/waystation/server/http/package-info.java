@NullMarked
package org.waystation.server.http;

import org.jspecify.annotations.NullMarked;
