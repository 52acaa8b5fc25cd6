package org.waystation.plugins.internal.pack;

import java.util.List;
import org.waystation.api.plugins.PluginDescription;

/**
 * A package that was read in full and is laid out as it should be. Nothing is said of who made it.
 *
 * @param hash SHA-256 of the whole package, hexadecimal
 * @param bundles the main bundle first
 */
public record PluginPackage(PluginDescription description, String hash, List<BundleFile> bundles) {

    public PluginPackage {
        bundles = List.copyOf(bundles);
    }
}
