/** What can be done with an asset, and what it is called. */
@org.jspecify.annotations.NullMarked
package org.waystation.assets.ui.internal.actions;
