/** Credentials by reference: named here, held encrypted, lent for the length of a call and wiped. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.vault;
