@NullMarked
package org.waystation.server.sample;

import org.jspecify.annotations.NullMarked;
