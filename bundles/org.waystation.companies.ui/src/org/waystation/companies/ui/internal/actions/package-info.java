/** What can be done with a company, and what it is called. */
@org.jspecify.annotations.NullMarked
package org.waystation.companies.ui.internal.actions;
