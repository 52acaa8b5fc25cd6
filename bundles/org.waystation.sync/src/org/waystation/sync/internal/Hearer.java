package org.waystation.sync.internal;

import org.waystation.api.sync.BackendException;

/** Told in the middle of a cycle that it has come a step further; may end it. */
@FunctionalInterface
interface Hearer {

    void hear() throws BackendException;
}
