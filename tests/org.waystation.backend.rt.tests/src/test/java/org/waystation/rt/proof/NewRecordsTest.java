package org.waystation.rt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordActions;
import org.waystation.backend.rt.internal.RtBackend;

/** What Request Tracker keeps nothing of is known of what was made here, before it is asked anything. */
class NewRecordsTest {

    private final RtBackend backend = new RtBackend(Mappings.usual(), () -> {
        throw new AssertionError("Request Tracker was asked.");
    });

    @Test
    void aTicketHasNoTagsAndNoChecklistAndTakesNotesTimeAndFiles() {
        RecordActions ticket = backend.actionsOfNew(EntityKind.TICKET);
        for (String field : List.of("tags", "checklist", "origin", "type", "companyId", "links:follows")) {
            assertFalse(ticket.mayChange(field), field);
        }
        for (String field : List.of("subject", "priority", "assigneeId", "links:part_of", "customFields")) {
            assertTrue(ticket.mayChange(field), field);
        }
        for (EntityKind part : List.of(EntityKind.NOTE, EntityKind.TIME_ENTRY, EntityKind.ATTACHMENT)) {
            assertTrue(ticket.mayAdd(part), part.code());
        }
    }

    @Test
    void assetsAndArticlesSayWhatTheirMappingHasAPlaceFor() {
        RecordActions asset = backend.actionsOfNew(EntityKind.ASSET);
        assertTrue(asset.mayChange("serial"), "it has a field for that");
        assertFalse(asset.mayChange("model"));
        assertFalse(backend.actionsOfNew(EntityKind.ARTICLE).mayChange("tags"));
    }

    @Test
    void whatItTakesNoneOfIsToldFromWhatItTakes() {
        List<EntityKind> none = List.of(EntityKind.SAVED_VIEW, EntityKind.COMPANY, EntityKind.CONTACT, EntityKind.SITE);
        for (EntityKind kind : none) {
            assertEquals(RecordActions.of(List.of()), backend.actionsOfNew(kind), kind.code());
        }
        List<EntityKind> some =
                List.of(EntityKind.NOTE, EntityKind.TIME_ENTRY, EntityKind.ATTACHMENT, EntityKind.AUDIT_ENTRY);
        for (EntityKind kind : some) {
            assertEquals(RecordActions.UNKNOWN, backend.actionsOfNew(kind), kind.code());
        }
    }
}
