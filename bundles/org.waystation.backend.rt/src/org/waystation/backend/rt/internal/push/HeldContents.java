package org.waystation.backend.rt.internal.push;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Contents of files that are kept on this machine. */
public interface HeldContents {

    /** Whether they can be asked for already. */
    boolean isReady();

    /** The content of an attachment; empty where it is not here. */
    Optional<InputStream> open(UUID attachmentId) throws IOException;
}
