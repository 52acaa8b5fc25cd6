package org.waystation.api.session;

import java.time.Instant;

/**
 * A file of a remote machine. Name and path come from there and are foreign text.
 *
 * @param size in bytes
 */
public record RemoteFile(String path, String name, boolean folder, boolean link, long size, Instant modifiedAt) {}
