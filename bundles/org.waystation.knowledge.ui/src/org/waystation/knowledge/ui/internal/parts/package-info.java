/** The parts of the knowledge screens. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.internal.parts;
