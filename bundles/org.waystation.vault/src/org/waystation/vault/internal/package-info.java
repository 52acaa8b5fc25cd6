/** Keys and secrets of a profile. */
@NullMarked
package org.waystation.vault.internal;

import org.jspecify.annotations.NullMarked;
