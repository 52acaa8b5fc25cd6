/** Query results that stay current while they are on screen. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.live;
