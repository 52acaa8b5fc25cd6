package org.waystation.api.profile;

import org.osgi.annotation.versioning.ConsumerType;

/** Asks the server whether this machine may go on showing its data; published by whoever can reach the server. */
@ConsumerType
public interface LeaseOffice {

    /**
     * Asks; blocks until there is an answer.
     *
     * @return the days of the new lease
     * @throws LeaseRefusedException where there is none, with what to do about it in words for the technician
     */
    int ask() throws LeaseRefusedException;
}
