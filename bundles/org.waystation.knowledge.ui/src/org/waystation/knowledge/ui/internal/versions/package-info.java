/** Versions of an article and what differs between them. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.internal.versions;
