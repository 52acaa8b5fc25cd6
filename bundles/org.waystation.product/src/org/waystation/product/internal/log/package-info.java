/** How the program writes its log. */
@org.jspecify.annotations.NullMarked
package org.waystation.product.internal.log;
