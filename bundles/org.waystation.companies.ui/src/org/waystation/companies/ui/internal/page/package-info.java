/** A company's page. */
@org.jspecify.annotations.NullMarked
package org.waystation.companies.ui.internal.page;
