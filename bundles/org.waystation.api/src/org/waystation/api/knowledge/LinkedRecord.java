package org.waystation.api.knowledge;

import org.waystation.api.record.RecordRef;

/**
 * A record that an article is linked with, or could be.
 *
 * @param title as it is called; empty where it is not held here
 * @param detail whose it is or what kind of thing it is; may be empty
 */
public record LinkedRecord(RecordRef ref, String title, String detail) {}
