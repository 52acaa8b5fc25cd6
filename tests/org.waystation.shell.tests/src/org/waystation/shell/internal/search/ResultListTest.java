package org.waystation.shell.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.shell.internal.search.ResultList.Row;

class ResultListTest {

    private final ResultList list = new ResultList();

    private static ResultGroup group(String name, String... ids) {
        List<SearchHit> hits = Arrays.stream(ids)
                .map(id -> new SearchHit(id, id, "", "dot", Optional.empty(), () -> {}))
                .toList();
        return new ResultGroup(name, 0, hits, false, false);
    }

    private String selected() {
        return assertInstanceOf(Row.Hit.class, list.selected().orElseThrow())
                .hit()
                .id();
    }

    @Test
    void theFirstResultIsSelectedAndHeadingsNever() {
        list.show(List.of(group("A", "a1", "a2"), group("B", "b1")), true);
        assertEquals("a1", selected());
        list.move(2);
        assertEquals("b1", selected());
        list.move(5);
        assertEquals("b1", selected());
        list.move(-9);
        assertEquals("a1", selected());
        list.select(0);
        assertEquals("a1", selected());
    }

    @Test
    void theSelectionStaysOnItsResultWhenOthersCome() {
        list.show(List.of(group("B", "b1", "b2")), true);
        list.move(1);
        list.show(List.of(group("A", "a1", "a2"), group("B", "b1", "b2")), true);
        assertEquals("b2", selected());
    }

    @Test
    void aSelectionNobodyMadeIsTheFirst() {
        list.show(List.of(group("B", "b1")), true);
        list.show(List.of(group("A", "a1"), group("B", "b1")), true);
        assertEquals("a1", selected());
    }

    @Test
    void aResultThatIsGoneGivesTheSelectionToTheFirst() {
        list.show(List.of(group("B", "b1", "b2")), true);
        list.move(1);
        list.show(List.of(group("B", "b1")), true);
        assertEquals("b1", selected());
    }

    @Test
    void theTabOfAllShowsAFewOfEachAndLeadsToTheRest() {
        list.show(List.of(group("A", "1", "2", "3", "4", "5", "6", "7")), true);
        assertEquals(1 + ResultList.FEW + 1, list.rows().size());
        assertInstanceOf(Row.More.class, list.rows().getLast());
        list.show(List.of(group("A", "1", "2", "3", "4", "5", "6", "7")), false);
        assertEquals(7, list.rows().size());
    }

    @Test
    void whatIsNamedExactlyStandsAboveAllOthers() {
        SearchHit exact = new SearchHit("n", "#48213 Backup", "", "dot", Optional.empty(), () -> {}).exactIf(true);
        list.show(
                List.of(
                        group("Recent", "r1"),
                        new ResultGroup(
                                "Tickets", 1, List.of(group("x", "t1").hits().getFirst(), exact), false, true)),
                true);
        assertEquals("n", selected());
        assertEquals(5, list.rows().size(), "the exact one, and two groups with one each");
    }

    @Test
    void aRecordIsShownOnceWhereItComesFirst() {
        RecordRef ref = new RecordRef(EntityKind.TICKET, new UUID(0, 1));
        SearchHit hit = new SearchHit("t", "Backup", "", "dot", Optional.empty(), () -> {}).of(ref);
        list.show(
                List.of(
                        new ResultGroup("Recent", 0, List.of(hit), false, false),
                        new ResultGroup("Tickets", 1, List.of(hit), false, false)),
                true);
        assertEquals(2, list.rows().size());
        assertEquals(
                "Recent", assertInstanceOf(Row.Hit.class, list.rows().get(1)).group());
    }

    @Test
    void withoutResultsNothingIsSelected() {
        list.show(List.of(), true);
        assertEquals(Optional.empty(), list.selected());
        list.move(1);
        assertEquals(Optional.empty(), list.selected());
    }
}
