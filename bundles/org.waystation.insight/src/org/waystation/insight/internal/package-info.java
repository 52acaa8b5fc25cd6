/** Sums over work and what follows from them: kept up to date with the store, written as PDF and CSV. */
@org.jspecify.annotations.NullMarked
package org.waystation.insight.internal;
