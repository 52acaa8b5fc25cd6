package org.waystation.sdk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a plug-in can add to the program; for each there is a sample, from which new projects are made. */
enum PluginKind {
    TOOL_WINDOW,
    CONTEXT_ACTION,
    SEARCH,
    EDITOR,
    PANEL,
    SETTINGS,
    BACKEND,
    SESSION_PROTOCOL,
    NOTIFICATION_GROUP,
    THEME,
    IMPORTER,
    EXPORTER,
    STATUS_BAR;

    /** As written in the manifest and on the command line; also the folder of the sample. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The id of the sample, which is its package too. */
    String sample() {
        return "org.waystation.samples." + name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    static Optional<PluginKind> of(String word) {
        String meant = word.equals("notification") ? NOTIFICATION_GROUP.word() : word;
        return Arrays.stream(values()).filter(kind -> kind.word().equals(meant)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(PluginKind::word).toList();
    }
}
