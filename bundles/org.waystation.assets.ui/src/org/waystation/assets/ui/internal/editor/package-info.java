/** One asset: its fields, its life, its relations, its tickets. */
@org.jspecify.annotations.NullMarked
package org.waystation.assets.ui.internal.editor;
