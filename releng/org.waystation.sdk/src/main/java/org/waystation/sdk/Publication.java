package org.waystation.sdk;

import java.nio.file.Path;
import org.waystation.plugins.verify.Verification;

/** A package that was verified and may be published. */
record Publication(Path source, Verification verification) {

    String id() {
        return verification.description().id();
    }

    String version() {
        return verification.description().version();
    }

    boolean signed() {
        return verification.publisher().signed();
    }

    /** Its name in the repository, which tells versions apart. */
    String file() {
        String name = source.getFileName().toString();
        return id() + "-" + version() + name.substring(name.lastIndexOf('.'));
    }
}
