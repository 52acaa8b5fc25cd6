/** The article service over the local store, and articles in Search Everywhere. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.internal;
