package org.waystation.api.sync;

import java.util.UUID;

/** A company that can be pinned. */
public record ScopeCompany(UUID id, String name) {}
