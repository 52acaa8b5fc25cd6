/** The rules that a plug-in's package is held against: when its author asks, when it is published, and when it is installed. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.verify;
