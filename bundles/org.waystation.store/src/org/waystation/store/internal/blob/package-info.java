/** Files with the encrypted contents, and the keys they are under. */
@org.jspecify.annotations.NullMarked
package org.waystation.store.internal.blob;
