/** What is installed, on disk: bundles by their content, and a state file that is old or new but never in between. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.store;
