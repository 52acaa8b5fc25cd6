/** Tells what is to be known before working at a company, once on each visit. */
@org.jspecify.annotations.NullMarked
package org.waystation.companies.ui.internal.visit;
