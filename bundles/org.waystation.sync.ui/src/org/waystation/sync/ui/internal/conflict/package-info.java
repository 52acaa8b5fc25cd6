/** The editor of a change that did not get through: both sides of it, and what shall stand. */
@org.jspecify.annotations.NullMarked
package org.waystation.sync.ui.internal.conflict;
