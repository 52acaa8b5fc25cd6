package org.waystation.api.action;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Something that can be done with a record (Alt+Enter); published as a service. */
@ConsumerType
public interface ContextAction {

    Set<EntityKind> kinds();

    /** What it would do with this record, such as "Take this ticket"; empty where it does not apply. Called on a worker thread. */
    Optional<String> offer(RecordRef record);

    /** Does it; called on the UI thread. */
    void run(RecordRef record);
}
