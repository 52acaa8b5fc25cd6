package org.waystation.api.record;

import java.util.UUID;

/** Points at one record, whether or not it is held on this machine. */
public record RecordRef(EntityKind kind, UUID id) {}
