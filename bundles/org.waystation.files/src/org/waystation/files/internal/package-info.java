/** Attachments over the local store: edits, states, and the way of their contents to the server and back. */
@org.jspecify.annotations.NullMarked
package org.waystation.files.internal;
