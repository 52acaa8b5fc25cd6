/** The list of assets and the tree of where they are. */
@org.jspecify.annotations.NullMarked
package org.waystation.assets.ui.internal.list;
