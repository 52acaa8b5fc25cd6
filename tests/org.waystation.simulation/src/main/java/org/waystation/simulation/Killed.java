package org.waystation.simulation;

/** The machine's process was killed in the middle of something; nothing of it runs any more. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String at) {
        super("killed at " + at, null, false, false);
    }
}
