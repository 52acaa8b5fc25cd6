package org.waystation.shell.frame;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.waystation.api.record.EntityKind;

/**
 * Says what a record is called before its editor is made: for tabs that came back at start and for the list of recent
 * records. The shell keeps ids only, since nothing of a record may lie readable on the disk. Published as a service.
 */
@ConsumerType
public interface RecordTitles {

    EntityKind kind();

    /** The record's title as its editor's tab shows it; empty where the record is not held here. Called on a worker thread. */
    Optional<String> title(UUID id);
}
