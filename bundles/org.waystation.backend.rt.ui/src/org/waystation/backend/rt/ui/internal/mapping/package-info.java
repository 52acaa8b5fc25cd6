/** The form of what a server's words mean here: companies, tickets, assets, articles, and what comes of it. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.rt.ui.internal.mapping;
