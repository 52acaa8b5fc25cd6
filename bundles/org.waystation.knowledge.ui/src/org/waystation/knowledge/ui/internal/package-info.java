/** The knowledge screens: what they work with. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.internal;
