/** Assets from and to tables. */
@org.jspecify.annotations.NullMarked
package org.waystation.assets.ui.internal.csv;
