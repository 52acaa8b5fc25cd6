/** Asks for the passphrase of the profile where nothing else has unlocked it. */
@NullMarked
package org.waystation.product.internal.unlock;

import org.jspecify.annotations.NullMarked;
