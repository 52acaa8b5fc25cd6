/** The full-text index: an encrypted Lucene index beside the database, which follows it in the background. */
@org.jspecify.annotations.NullMarked
package org.waystation.store.internal.text;
