package org.waystation.api.sync;

/**
 * Which state of a record it is.
 *
 * @param version counts the record's own changes
 * @param sequence place of that change in the server's history
 */
public record Stamp(long version, long sequence) {}
