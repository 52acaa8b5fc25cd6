package org.waystation.tickets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.TextHit;
import org.waystation.api.search.TextHits;
import org.waystation.api.search.TextQuery;
import org.waystation.api.search.TextSearch;

class NoteSearchTest {

    private final RecordRef note = new RecordRef(EntityKind.NOTE, UUID.randomUUID());
    private final RecordRef ticket = new RecordRef(EntityKind.TICKET, UUID.randomUUID());
    private final List<TextQuery> asked = new ArrayList<>();
    private final List<RecordRef> opened = new ArrayList<>();
    private final List<SearchHit> shown = new ArrayList<>();
    private final NoteSearch search = new NoteSearch(new Texts(), opened::add);

    @Test
    void aNoteShowsWhatIsWrittenThereAndOpensItsTicket() {
        search.search("toner", 5, () -> false, shown::add);
        assertEquals(
                EntityKind.NOTE,
                asked.getFirst().kinds().stream()
                        .filter(EntityKind.NOTE::equals)
                        .findFirst()
                        .orElseThrow());
        assertEquals("…the toner is empty", shown.getFirst().title());
        assertEquals("Printer offline", shown.getFirst().detail());
        shown.getFirst().open().run();
        assertEquals(List.of(ticket), opened);
    }

    @Test
    void nothingIsAskedForNothingOrByNobody() {
        search.search(" ", 5, () -> false, shown::add);
        search.search("toner", 5, () -> true, shown::add);
        assertEquals(List.of(), asked);
    }

    private final class Texts implements TextSearch {

        @Override
        public TextHits search(TextQuery query, BooleanSupplier cancelled) {
            asked.add(query);
            TextHit hit = new TextHit(note, ticket, "Printer offline", List.of(), "…the toner is empty", List.of(), 1);
            return new TextHits(List.of(hit), false, true);
        }

        @Override
        public AutoCloseable search(TextQuery query, Executor deliverOn, Consumer<TextHits> answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Progress progress() {
            return new Progress(0, 0);
        }
    }
}
