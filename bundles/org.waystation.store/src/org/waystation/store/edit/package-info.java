/** What engines share that turn an edit into queued operations: who edits, and operations with their ids. */
@org.jspecify.annotations.NullMarked
package org.waystation.store.edit;
