/** What the screens about sync share. */
@org.jspecify.annotations.NullMarked
package org.waystation.sync.ui.internal;
