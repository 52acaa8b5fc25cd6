/** Proof that a plug-in has left the virtual machine, or the name of what holds it. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.unload;
