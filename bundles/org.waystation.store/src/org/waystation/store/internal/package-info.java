/** The encrypted local database of a profile and the search over it. */
@NullMarked
package org.waystation.store.internal;

import org.jspecify.annotations.NullMarked;
