package org.waystation.api.live;

import org.osgi.annotation.versioning.ProviderType;

/** One value while it is on screen; the subscriber was called with it first and is called after each change until closed. */
@ProviderType
public interface LiveValue extends AutoCloseable {

    @Override
    void close();
}
