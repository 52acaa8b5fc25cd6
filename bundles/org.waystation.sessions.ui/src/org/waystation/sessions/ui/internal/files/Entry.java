package org.waystation.sessions.ui.internal.files;

import java.time.Instant;

/** A file or folder of either machine. */
record Entry(String path, String name, boolean folder, long size, Instant modifiedAt) {}
