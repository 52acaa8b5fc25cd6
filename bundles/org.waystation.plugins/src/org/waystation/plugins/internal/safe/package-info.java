/** Calling plug-ins safely, and finding the one that does harm. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.safe;
