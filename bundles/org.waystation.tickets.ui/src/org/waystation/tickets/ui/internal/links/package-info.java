/** Choosing what a ticket is linked with: an asset, an article, another ticket. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal.links;
