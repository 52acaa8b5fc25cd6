package org.waystation.api.session;

import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.RecordRef;

/** Begins a remote session from a record that somebody looks at; published as a service where sessions can be shown. */
@ProviderType
public interface SessionStarter {

    /** Asks how to connect to the company, asset or ticket; to be called on the UI thread. */
    void begin(RecordRef record);
}
