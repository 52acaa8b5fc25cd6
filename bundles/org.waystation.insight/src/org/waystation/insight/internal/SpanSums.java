package org.waystation.insight.internal;

import java.util.List;
import org.waystation.store.WorkIndex.TicketSum;
import org.waystation.store.WorkIndex.WorkSum;

/** What was done within one span. */
record SpanSums(Span span, List<WorkSum> work, List<TicketSum> tickets) {}
