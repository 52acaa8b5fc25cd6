/** Articles beside the records of others: tickets and assets. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.internal.panels;
