/** Contents of attached files: uploads that can be resumed, kept once by their SHA-256, within the database. */
@NullMarked
package org.waystation.server.file;

import org.jspecify.annotations.NullMarked;
