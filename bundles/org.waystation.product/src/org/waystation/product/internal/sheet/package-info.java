/** What the sheets that take the window's place are made of: unlocking and signing in. */
@NullMarked
package org.waystation.product.internal.sheet;

import org.jspecify.annotations.NullMarked;
