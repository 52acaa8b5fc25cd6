package org.waystation.api.plugins;

import java.util.List;

/**
 * What is decided about plug-ins here, for people to see. Ids may end in {@code .*}, which stands for all below.
 *
 * @param source the file that says so
 * @param allowed where it is not empty, only these may be installed
 * @param developerMode whether unsigned packages are accepted
 */
public record PolicyView(
        String source,
        List<String> allowed,
        List<String> forbidden,
        List<String> forced,
        List<String> repositories,
        boolean developerMode) {

    public PolicyView {
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
        forced = List.copyOf(forced);
        repositories = List.copyOf(repositories);
    }
}
