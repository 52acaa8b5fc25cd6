package org.waystation.simulation;

/** A fault put into the machinery on purpose, to see that the simulation finds it. */
enum Plant {
    NONE,
    /** The server does an operation again that it has done already. */
    NO_IDEMPOTENCY,
    /** The store says "saved" now and then before it has saved. */
    FORGETS_EDITS,
    /** A page of changes loses a record on its way into the store. */
    LOSES_ROWS,
    /** The server sends what the technician may not see. */
    LEAKS_SCOPE,
    /** A result is taken in that says nothing of the kind: what was refused counts as done. */
    SWALLOWS_REFUSALS,
    /** What the self-check found is not put right, and what is out of scope does not go. */
    HEALS_NOTHING,
    /** A snapshot loses records on their way into the store, and its marks say that they came. */
    LOSES_MARKED_ROWS
}
