package org.waystation.server.session;

import java.util.UUID;

/** The technician a request comes from. */
public record Caller(UUID id, String name, String email) {}
