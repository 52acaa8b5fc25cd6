package org.waystation.api.plugins;

import java.time.Instant;

/**
 * Something a plug-in did wrong.
 *
 * @param what what it was asked for and what came of it, such as "search took longer than 10 s"
 * @param evidence the stack, and what else helps its publisher; holds no data of records by itself
 */
public record PluginFault(PluginDescription plugin, String what, String evidence, Instant at) {}
