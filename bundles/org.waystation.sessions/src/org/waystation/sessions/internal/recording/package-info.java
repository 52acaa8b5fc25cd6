/** Recordings of terminals: asciicast v2 in encrypted files. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.internal.recording;
