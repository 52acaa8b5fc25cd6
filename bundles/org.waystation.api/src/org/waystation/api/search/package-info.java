/** Search Everywhere: what a plug-in implements to be found. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.search;
