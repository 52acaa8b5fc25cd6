package org.waystation.api.session;

import org.osgi.annotation.versioning.ConsumerType;

/** A way to reach a remote machine, such as SSH. Published as a service; it may come and go while the program runs. */
@ConsumerType
public interface SessionProtocol {

    /** Names it in targets and recordings: lower case letters, such as {@code ssh}. */
    String id();

    /** As shown to people, such as "SSH". */
    String label();

    /** TCP port that is meant where none is named. */
    int defaultPort();

    /**
     * Connects and signs in; blocks, on a worker thread that is interrupted when the technician gives up.
     *
     * @param prompts asks the technician what only a person can answer; its calls block too
     * @throws SessionFailure why not, in words for the technician
     * @throws InterruptedException when the technician gave up
     */
    RemoteConnection connect(SessionTarget target, SessionPrompts prompts) throws SessionFailure, InterruptedException;
}
