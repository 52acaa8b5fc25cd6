package org.waystation.api.plugins;

/**
 * Another plug-in that must be there.
 *
 * @param versions range in OSGi's notation, such as {@code [1.2,2)}
 */
public record PluginDependency(String id, String versions) {}
