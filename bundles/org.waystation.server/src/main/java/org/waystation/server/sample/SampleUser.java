package org.waystation.server.sample;

import java.util.UUID;

/** Somebody, or something, that works at the provider. */
record SampleUser(UUID id, String name, String email, boolean system) {

    String firstName() {
        return name.substring(0, name.indexOf(' ') < 0 ? name.length() : name.indexOf(' '));
    }
}
