package org.waystation.simulation;

/** What can go wrong with one request. */
enum WireFault {
    /** The request never arrives. */
    LOST_REQUEST,
    /** The server does it, and the answer is lost. */
    LOST_REPLY,
    /** The network delivers the request twice. */
    DUPLICATE,
    /** The request is given up, and arrives after later ones. */
    REORDERED,
    /** The server dies in the middle of a batch. */
    PARTIAL_BATCH,
    /** The connection breaks in the middle of the answer. */
    CUT_BODY,
    /** The answer ends early, as if that were all. */
    WRONG_LENGTH,
    /** The token runs out in the middle of a batch. */
    TOKEN_EXPIRED_401,
    /** The server forbids it, this once. */
    FORBIDDEN_403,
    /** Something in between answers 409. */
    CONFLICT_409,
    /** The cursor is gone, for no reason that we can see. */
    GONE_410,
    /** Something in between answers 412. */
    PRECONDITION_412,
    /** Something in between finds the request too large. */
    TOO_LARGE_413,
    /** Something in between answers 422. */
    UNPROCESSABLE_422,
    /** Slow down, for so long. */
    SLOW_DOWN_429_WITH_TIME,
    /** Slow down, and no word for how long. */
    SLOW_DOWN_429,
    /** The server fails before it did anything. */
    FAILURE_500,
    /** The server fails after it did it. */
    FAILURE_500_AFTER,
    /** The server is being serviced. */
    UNAVAILABLE_503,
    /** Every byte takes its time. */
    SLOW_BYTES,
    /** The bytes stop coming. */
    STALLED_BYTES,
    /** A newer server says more than we understand. */
    UNKNOWN_FIELDS,
    /** A proxy gives the answer of an earlier request. */
    LATE_ECHO,
    /** The snapshot does not say how much there is. */
    MISSING_TOTAL,
    /** A page to sign in to the network comes instead of an answer. */
    CAPTIVE_PORTAL
}
