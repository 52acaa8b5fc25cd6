/** The commands of the knowledge screens. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.internal.handlers;
