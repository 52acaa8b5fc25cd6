/** Context actions: what can be done with the record at hand. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.action;
