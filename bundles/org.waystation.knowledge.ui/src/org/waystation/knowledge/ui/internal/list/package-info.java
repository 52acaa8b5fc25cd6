/** The tool window with the articles. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.internal.list;
