package org.waystation.api.settings;

import java.util.List;

/** One setting, declared as data; {@code key} is global, such as {@code tickets.queue.lines}. */
public sealed interface Setting {

    String key();

    /** As shown beside the control, sentence case. */
    String label();

    /** What it does, dim below the control; may be empty. */
    String help();

    /** On or off. */
    record Toggle(String key, String label, String help, boolean fallback) implements Setting {}

    /** One of several; stored by its value. */
    record Choice(String key, String label, String help, List<Option> options, String fallback) implements Setting {}

    /** A whole number within bounds. */
    record Amount(String key, String label, String help, String unit, int least, int most, int fallback)
            implements Setting {}

    /** A line of text. */
    record Text(String key, String label, String help, String fallback) implements Setting {}

    /** What can be chosen. */
    record Option(String value, String label) {}
}
