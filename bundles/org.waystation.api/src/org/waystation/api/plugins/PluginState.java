package org.waystation.api.plugins;

/** How an installed plug-in stands. */
public enum PluginState {
    /** Runs. */
    ACTIVE,
    /** Switched off by the technician. */
    DISABLED,
    /** Switched off by the program after repeated faults, until the technician gives it another chance. */
    QUARANTINED,
    /** Not allowed to run: forbidden by the company's policy, revoked, or its file was altered. */
    BLOCKED,
    /** Left out of this run: safe mode, or a search for a culprit. */
    HELD_BACK,
    /** Should run but could not be started. */
    FAILED
}
