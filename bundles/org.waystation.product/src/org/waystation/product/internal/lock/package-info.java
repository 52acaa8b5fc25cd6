/** Locking by hand, by time, and how it is shown. */
@org.jspecify.annotations.NullMarked
package org.waystation.product.internal.lock;
