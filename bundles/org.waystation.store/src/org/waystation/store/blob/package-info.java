/**
 * Contents of attached files, each in an encrypted file of its own beside the database. Calls block and are never made
 * on the UI thread.
 */
@org.jspecify.annotations.NullMarked
package org.waystation.store.blob;
