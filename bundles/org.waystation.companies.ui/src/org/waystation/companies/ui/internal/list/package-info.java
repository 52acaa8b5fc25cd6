/** The list of companies. */
@org.jspecify.annotations.NullMarked
package org.waystation.companies.ui.internal.list;
