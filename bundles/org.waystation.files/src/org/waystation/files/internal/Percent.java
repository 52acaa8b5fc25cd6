package org.waystation.files.internal;

/** Progress in whole percents. */
final class Percent {

    private Percent() {}

    static int of(long done, long all) {
        return all == 0 ? 100 : (int) (done * 100 / all);
    }
}
