/** The store on encrypted SQLite. */
@org.jspecify.annotations.NullMarked
package org.waystation.store.internal;
