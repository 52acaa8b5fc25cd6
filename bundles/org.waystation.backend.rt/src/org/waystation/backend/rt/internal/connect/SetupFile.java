package org.waystation.backend.rt.internal.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What somebody with rights on a server loads there once: the custom fields that hold our ids. */
public final class SetupFile {

    private static final String NAME = "waystation-fields.pl";

    public static String text() {
        try (InputStream in = SetupFile.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("The bundle lacks its file " + NAME);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SetupFile() {}
}
