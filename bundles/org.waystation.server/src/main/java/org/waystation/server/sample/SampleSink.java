package org.waystation.server.sample;

import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;

/** Takes records as they are made. */
@FunctionalInterface
public interface SampleSink {

    /**
     * @param companyId the company it belongs to; empty for what belongs to the provider
     * @param json the fields in UTF-8; read before this returns, then reused
     * @param length how much of {@code json} counts
     */
    void accept(EntityKind kind, UUID id, Optional<UUID> companyId, byte[] json, int length);

    /**
     * Takes the content of an attached file; one that comes twice is the same.
     *
     * @param sha256 of the content
     */
    default void file(String sha256, byte[] content) {}
}
