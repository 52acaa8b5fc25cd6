/** The page: numbers, plots, the tables that explain them, and the time entries behind a sum. */
@org.jspecify.annotations.NullMarked
package org.waystation.insight.ui.internal.page;
