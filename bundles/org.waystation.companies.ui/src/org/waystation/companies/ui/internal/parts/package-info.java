/** The e4 parts, each a thin frame around a view that works without e4. */
@org.jspecify.annotations.NullMarked
package org.waystation.companies.ui.internal.parts;
