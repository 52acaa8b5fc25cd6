package org.waystation.plugins.internal.store;

import java.io.IOException;
import java.nio.file.Path;

/** There was a state, and neither of its two files is whole: the disk or somebody altered them. */
public final class CorruptStateException extends IOException {

    private static final long serialVersionUID = 1L;

    CorruptStateException(Path folder) {
        super("What plug-ins are installed cannot be read in " + folder + ".");
    }
}
