/** The smallest plug-in that brings a tool window, a command with a key, a context action and a search provider. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.hello;
