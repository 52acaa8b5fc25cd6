package org.waystation.server.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.Visibility;
import org.waystation.api.domain.WorkType;

/**
 * One sort of ticket and how it goes.
 *
 * @param priorities one is drawn
 * @param devices kinds of device it may be about; empty where it is about none
 * @param subjects one is drawn
 * @param steps the conversation, from what opened it to how it ended
 * @param named texts that are chosen once a ticket, by name
 * @param options what else stands in the head, for a ticket that is told exactly
 */
record Scenario(
        TicketType type,
        Origin origin,
        String source,
        List<Priority> priorities,
        List<AssetKind> devices,
        List<String> tags,
        int weight,
        List<Template> subjects,
        List<Step> steps,
        Map<String, Template> named,
        Map<String, String> options) {

    /** Who writes. */
    enum Author {
        PERSON,
        MONITORING,
        TECHNICIAN,
        COLLEAGUE
    }

    /**
     * One note.
     *
     * @param last whether it belongs to the end, when the work is done
     * @param minutes how long it took; 0 where no time is booked
     */
    record Step(
            Author author, Visibility visibility, boolean last, int minutes, Optional<WorkType> work, Template text) {}
}
