package org.waystation.api.tickets;

import org.waystation.api.domain.Visibility;

/** A note about to be added. */
public record NoteDraft(String body, Visibility visibility) {}
