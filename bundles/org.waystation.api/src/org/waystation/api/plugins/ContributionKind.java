package org.waystation.api.plugins;

import java.util.Locale;
import java.util.Optional;

/** What a plug-in can add to the program. */
public enum ContributionKind {
    TOOL_WINDOW,
    EDITOR,
    PANEL,
    CONTEXT_ACTION,
    SEARCH,
    SESSION_PROTOCOL,
    BACKEND,
    SETTINGS,
    NOTIFICATION_GROUP,
    THEME,
    IMPORTER,
    EXPORTER,
    STATUS_BAR;

    /** As written in the manifest, such as {@code tool-window}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ContributionKind> of(String word) {
        for (ContributionKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
