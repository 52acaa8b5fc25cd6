/** What the company screens share. */
@org.jspecify.annotations.NullMarked
package org.waystation.companies.ui.internal;
