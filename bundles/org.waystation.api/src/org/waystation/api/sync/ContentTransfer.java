package org.waystation.api.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Moves contents of attached files to and from a remote system. Calls block, run on a thread of their own, and end early
 * with {@link BackendException} of cause {@link BackendException.Cause#CANCELLED} when that is interrupted.
 */
@ConsumerType
public interface ContentTransfer {

    /**
     * Sends a content, from where the system says that it stands; returns once the system has all of it, by its hash.
     *
     * @throws IOException where the content cannot be read here
     */
    void upload(Outgoing content) throws BackendException, IOException;

    /**
     * Fetches the content of an attachment.
     *
     * @param from first byte wanted
     * @throws IOException where it cannot be kept here
     */
    void download(UUID attachmentId, long from, Sink sink) throws BackendException, IOException;

    /**
     * Gives access to what is kept here, before anything is sent. For a system that takes a content only together with the
     * record of its attachment: its {@link #upload} sends nothing, and its {@link Backend#push} opens the content.
     */
    default void offer(Held contents) {
        // most systems take a content by itself
    }

    /** Contents that are kept on this machine. */
    @FunctionalInterface
    interface Held {

        /** Opens the content of an attachment; empty where it is not here. */
        Optional<InputStream> open(UUID attachmentId) throws IOException;
    }

    /** A content that is to be sent. */
    interface Outgoing {

        /** SHA-256 of the content, 64 hexadecimal digits in lower case. */
        String sha256();

        /** Bytes. */
        long size();

        /** Where an earlier try was told to send it. */
        Optional<String> location();

        /** The system has said where to send it; empty where that place is gone. Kept over a restart. */
        void located(Optional<String> location) throws IOException;

        InputStream open(long from) throws IOException;

        /** How many bytes the system has. */
        void sent(long bytes);
    }

    /** Takes a content in, in order. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }
}
