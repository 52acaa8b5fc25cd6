/** Plug-ins: what is installed, what is offered, why something was refused, and calling a plug-in safely. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.plugins;
