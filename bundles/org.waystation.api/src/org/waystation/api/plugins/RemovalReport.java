package org.waystation.api.plugins;

import java.util.List;

/**
 * What was undone when a plug-in left.
 *
 * @param undone what it had brought and is gone, such as "2 commands"
 * @param leftover what could not be undone, each with what holds it; empty when nothing is left
 */
public record RemovalReport(String pluginId, List<String> undone, List<String> leftover) {

    public RemovalReport {
        undone = List.copyOf(undone);
        leftover = List.copyOf(leftover);
    }
}
