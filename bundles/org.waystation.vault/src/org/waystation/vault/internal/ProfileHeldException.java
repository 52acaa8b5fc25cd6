package org.waystation.vault.internal;

import java.nio.file.Path;

/** Another process works on the profile. */
final class ProfileHeldException extends Exception {

    private static final long serialVersionUID = 1L;

    ProfileHeldException(Path folder, String processId) {
        super("Waystation already runs on the profile " + folder
                + (processId.isEmpty() ? "" : " (process " + processId + ")")
                + ". Use that window, close it first, or choose another profile with -D" + ProfileFolder.PROPERTY
                + "=FOLDER.");
    }
}
