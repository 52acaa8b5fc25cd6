/** Changing many assets at once: what, to what, and what would come of it before anything is kept. */
@org.jspecify.annotations.NullMarked
package org.waystation.assets.ui.internal.bulk;
