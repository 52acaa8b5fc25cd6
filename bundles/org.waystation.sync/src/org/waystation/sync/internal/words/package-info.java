/** The outbox in words: sentences for people, both sides of a conflict, and what becomes of it. */
@org.jspecify.annotations.NullMarked
package org.waystation.sync.internal.words;
