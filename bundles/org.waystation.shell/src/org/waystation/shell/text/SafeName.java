package org.waystation.shell.text;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Makes a file name that came from elsewhere one that can only stand in the folder it is meant for, and looks like what it is. */
public final class SafeName {

    private static final int LENGTH_MOST = 200;

    /** Names that mean a device on Windows, with or without an ending. */
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private SafeName() {}

    /** The name made safe: without folders, control and direction characters, and what a file system means otherwise. */
    public static String of(String foreign) {
        StringBuilder name = new StringBuilder();
        foreign.codePoints().limit(LENGTH_MOST).forEach(c -> {
            boolean plain = !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.SURROGATE
                    && "/\\:*?\"<>|".indexOf(c) < 0;
            name.appendCodePoint(plain ? c : '_');
        });
        String safe = name.toString().strip();
        while (safe.endsWith(".") || safe.endsWith(" ")) {
            safe = safe.substring(0, safe.length() - 1);
        }
        String stem = safe.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        return safe.isEmpty() || DEVICES.contains(stem) ? "_" + safe : safe;
    }

    /** A file of that name in a folder, never outside of it. */
    public static Path in(Path folder, String foreign) {
        return folder.resolve(of(foreign));
    }
}
