/** For authors of plug-ins: brings a plug-in into the running program again each time it was built. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.develop;
