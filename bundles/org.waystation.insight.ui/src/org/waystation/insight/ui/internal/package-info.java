/** What the insight screens share. */
@org.jspecify.annotations.NullMarked
package org.waystation.insight.ui.internal;
