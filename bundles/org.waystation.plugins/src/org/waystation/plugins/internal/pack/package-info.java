/** What a plug-in package looks like, and the strict reader that refuses everything else. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.pack;
