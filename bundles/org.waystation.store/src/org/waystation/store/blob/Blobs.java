package org.waystation.store.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps contents encrypted, by their SHA-256. A content is there whole or not at all, whatever ends the program when; a
 * download that was broken off goes on where it ended. Calls fail with {@link org.waystation.store.StoreException} where
 * the profile's data cannot be used.
 */
@ProviderType
public interface Blobs {

    /**
     * Takes in a content, read to its end.
     *
     * @param most bytes; more are refused with {@link TooLargeException}
     */
    Blob put(KeyOwner owner, InputStream content, long most) throws IOException;

    boolean holds(Blob blob) throws IOException;

    /**
     * Opens a content; what was altered on disk ends the reading with an {@link IOException}.
     *
     * @param from first byte wanted
     * @return empty where it is not here
     */
    Optional<InputStream> open(Blob blob, long from) throws IOException;

    /** Begins, or goes on with, taking in a content that comes from elsewhere. */
    Arriving receive(Blob blob) throws IOException;

    /** Forgets a content; one that is not here is fine. */
    void delete(Blob blob) throws IOException;

    /** Deletes every content that is not among those needed, such as after records were purged; those arriving stay. */
    void retain(Collection<Blob> needed) throws IOException;

    /** The companies whose contents could be read here: those with a key. */
    Set<UUID> companies() throws IOException;

    /** Makes all contents of a company unreadable for good by forgetting their key; {@link #retain} takes the files away. */
    void shred(UUID company) throws IOException;

    /** Bytes on disk of all contents, with those under way. */
    long bytes() throws IOException;

    /** A content that is being received; closing it keeps what came, for the next time. */
    interface Arriving extends AutoCloseable {

        /** How many bytes are here: where to go on. */
        long received();

        void write(byte[] bytes, int offset, int length) throws IOException;

        /**
         * It is whole.
         *
         * @throws DamagedException where it is not what its SHA-256 says; nothing of it is kept then
         */
        void complete() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** More came than was allowed. */
    final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        public TooLargeException(long most) {
            super("It has more than " + most + " bytes.");
        }
    }

    /** A content is not what its SHA-256 says. */
    final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        public DamagedException(String message) {
            super(message);
        }
    }
}
