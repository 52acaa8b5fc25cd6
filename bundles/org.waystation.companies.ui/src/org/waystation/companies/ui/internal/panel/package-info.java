/** What is to be known before working at a company, shown beside its tickets and assets. */
@org.jspecify.annotations.NullMarked
package org.waystation.companies.ui.internal.panel;
