/** What can be done with an article, and from a ticket. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.internal.actions;
