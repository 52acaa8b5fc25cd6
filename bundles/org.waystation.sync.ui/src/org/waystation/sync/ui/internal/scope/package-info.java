/** What is taken along: how it is said, and where it is changed. */
@org.jspecify.annotations.NullMarked
package org.waystation.sync.ui.internal.scope;
