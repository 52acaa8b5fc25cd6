/** From a company to its insight, and what an insight is called. */
@org.jspecify.annotations.NullMarked
package org.waystation.insight.ui.internal.actions;
