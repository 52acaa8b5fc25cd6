package org.waystation.api.session;

/** Where a session stands. */
public sealed interface SessionState {

    /** On its way; the sentence says how far. */
    record Connecting(String sentence) implements SessionState {}

    /**
     * Waits for the technician.
     *
     * @param text what is asked; foreign text where the server asks
     * @param detail what to compare or mind; may be empty
     * @param kind what sort of answer is wanted
     */
    record Asking(Kind kind, String text, String detail) implements SessionState {

        /** What sort of answer is wanted. */
        public enum Kind {
            /** Any text answers yes, none answers no. */
            TRUST,
            /** Shown while it is typed. */
            PLAIN,
            /** Masked while it is typed. */
            HIDDEN
        }
    }

    /** Terminals and files can be used. */
    record Live(String protection) implements SessionState {}

    /** Not reached, or lost; it may be tried again. */
    record Down(SessionFailure failure) implements SessionState {}

    /** Over. */
    record Ended() implements SessionState {}
}
