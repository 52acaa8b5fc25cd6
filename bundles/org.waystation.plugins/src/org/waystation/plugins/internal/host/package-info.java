/** Brings what is installed into the running framework, and takes it out again. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.host;
