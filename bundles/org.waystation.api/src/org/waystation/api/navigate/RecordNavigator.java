package org.waystation.api.navigate;

import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.RecordRef;

/** Opens records in their editors; to be called on the UI thread. */
@ProviderType
public interface RecordNavigator {

    /** Shows the record's editor, making it if it is not open. Without an editor for its kind the technician is told so. */
    void open(RecordRef record);
}
