package org.waystation.api.tickets;

import java.time.Instant;
import org.waystation.api.domain.WorkType;

/** Time about to be booked. */
public record TimeDraft(long minutes, WorkType workType, boolean billable, String comment, Instant startedAt) {}
