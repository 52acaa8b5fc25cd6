/** What plug-ins start beside the application model: threads, and jobs of the platform. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.ledger;
