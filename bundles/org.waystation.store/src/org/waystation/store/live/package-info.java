/** What engines share that show rows of the store while they change: threads to wait on, and lists that stay current. */
@org.jspecify.annotations.NullMarked
package org.waystation.store.live;
