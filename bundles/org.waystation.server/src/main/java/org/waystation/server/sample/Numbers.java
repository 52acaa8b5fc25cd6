package org.waystation.server.sample;

/** Ticket numbers: rising, dense at the end, with gaps before, where tickets were merged or thrown away. */
final class Numbers {

    private static final long LAST = 48_213;
    private static final int DENSE = 200;
    private static final int GAPS = 112;

    private final SamplePlan plan;

    Numbers(SamplePlan plan) {
        this.plan = plan;
    }

    /** The number of the ticket at a place, from 0 for the oldest. */
    long at(int place) {
        int sparse = plan.tickets() - DENSE;
        long gaps = place < sparse ? (long) (sparse - place) * GAPS / sparse : 0;
        return last() - (plan.tickets() - 1 - place) - gaps;
    }

    long last() {
        return LAST + plan.numberOffset();
    }
}
