/** What was done, by whom and when, in an order that cannot be changed without it showing. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.audit;
