/** Background work that is named, shows progress and can be cancelled. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.work;
