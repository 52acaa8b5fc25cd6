/** Which services a plug-in is handed, each use written down; and what its code may not do to the program. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.capability;
