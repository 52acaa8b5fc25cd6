/** The audit trail: a hash chain in the encrypted store. */
@org.jspecify.annotations.NullMarked
package org.waystation.audit.internal;
