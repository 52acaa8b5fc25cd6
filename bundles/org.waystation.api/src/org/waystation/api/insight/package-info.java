/** Where the hours of a managed services provider go: reactive and proactive work, by company and month, and what follows. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.insight;
