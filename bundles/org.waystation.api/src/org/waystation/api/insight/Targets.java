package org.waystation.api.insight;

/** What providers of managed services aim at; where the figures are from is told in {@code docs/insight.md}. */
public final class Targets {

    /** Most reactive hours per endpoint and month: a quarter of an hour. */
    public static final double REACTIVE_HOURS_PER_ENDPOINT = 0.25;

    /** Most reactive tickets per endpoint and month. */
    public static final double TICKETS_PER_ENDPOINT = 0.5;

    private Targets() {}
}
