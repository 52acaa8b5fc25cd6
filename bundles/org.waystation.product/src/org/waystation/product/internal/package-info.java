/** Branding and start-up of the workstation. */
@NullMarked
package org.waystation.product.internal;

import org.jspecify.annotations.NullMarked;
