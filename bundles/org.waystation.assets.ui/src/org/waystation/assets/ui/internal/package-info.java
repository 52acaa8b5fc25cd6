/** What the asset screens share. */
@org.jspecify.annotations.NullMarked
package org.waystation.assets.ui.internal;
