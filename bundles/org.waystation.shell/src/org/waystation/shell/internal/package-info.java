/** The frame that every screen lives in. */
@NullMarked
package org.waystation.shell.internal;

import org.jspecify.annotations.NullMarked;
