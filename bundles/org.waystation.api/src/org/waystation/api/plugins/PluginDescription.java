package org.waystation.api.plugins;

import java.util.List;
import java.util.Set;

/**
 * What a plug-in says of itself in its manifest.
 *
 * @param id the symbolic name of its main bundle, such as {@code com.acme.hello}
 * @param version in OSGi's notation
 * @param sinceApi the oldest version of the published API it works with
 * @param summary what it is for, one sentence; may be empty
 */
public record PluginDescription(
        String id,
        String name,
        String vendor,
        String version,
        String sinceApi,
        String summary,
        Set<Capability> capabilities,
        Set<ContributionKind> kinds,
        List<PluginDependency> requires) {

    public PluginDescription {
        capabilities = Set.copyOf(capabilities);
        kinds = Set.copyOf(kinds);
        requires = List.copyOf(requires);
    }
}
