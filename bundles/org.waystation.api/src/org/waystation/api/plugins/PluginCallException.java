package org.waystation.api.plugins;

import org.jspecify.annotations.Nullable;

/** A call into a plug-in threw, or took longer than it may. */
public final class PluginCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pluginId;

    public PluginCallException(String pluginId, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.pluginId = pluginId;
    }

    /** The plug-in's id, or the bundle's symbolic name where it is part of the program. */
    public String pluginId() {
        return pluginId;
    }
}
