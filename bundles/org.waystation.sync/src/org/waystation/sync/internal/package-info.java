/**
 * The sync engine. What it decides stands in small classes without threads ({@code FieldMerge}, {@code ResultRouter},
 * {@code HeldBack}, {@code BackOff}, {@code StatusFacts}); {@code SyncEngine} is the one loop that runs them.
 */
@org.jspecify.annotations.NullMarked
package org.waystation.sync.internal;
