/**
 * The encrypted local database, as engines see it: records, the outbox, the replica of the server. Calls block and are
 * never made on the UI thread.
 */
@org.jspecify.annotations.NullMarked
package org.waystation.store;
