/** The e4 part, a thin frame around a view that works without e4. */
@org.jspecify.annotations.NullMarked
package org.waystation.insight.ui.internal.parts;
