package org.waystation.api.sync;

/**
 * A snapshot that arrived whole.
 *
 * @param epoch names the server's history
 * @param cursor where the changes feed goes on
 * @param records how many records came
 */
public record SnapshotEnd(String epoch, String cursor, long records) {}
