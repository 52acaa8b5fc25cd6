package org.waystation.api.files;

import org.waystation.api.domain.Attachment;

/**
 * One attachment as this machine has it.
 *
 * @param unsynced whether a change to it, such as its making, waits to be sent
 */
public record AttachedFile(Attachment attachment, ContentState content, boolean unsynced) {}
