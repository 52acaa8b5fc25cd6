package org.waystation.shell.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waystation.api.search.SearchHit;
import org.waystation.shell.internal.search.Words.Range;

class WordsTest {

    private static List<String> ranked(String text, String... titles) {
        List<String> found = new ArrayList<>();
        new ListedProvider<>(
                        "Titles",
                        0,
                        List.of(titles),
                        title -> title,
                        title -> new SearchHit(title, title, "", "dot", Optional.empty(), () -> {}))
                .search(text, 100, () -> false, hit -> found.add(hit.title()));
        return found;
    }

    @Test
    void startOfTitleBeforeStartOfWordBeforeInitialsBeforeInside() {
        assertEquals(
                List.of("Close editor", "Always close", "Cut logs on servers every day", "Enclosed"),
                ranked(
                        "close",
                        "Enclosed",
                        "Always close",
                        "Cut logs on servers every day",
                        "Nothing",
                        "Close editor"));
    }

    @Test
    void initialsFindACommand() {
        assertEquals(List.of("Close all editors"), ranked("cae", "Close all editors", "Close editor"));
    }

    @Test
    void theShorterOfTwoIsMeant() {
        assertEquals(List.of("Settings", "Settings of sync"), ranked("set", "Settings of sync", "Settings"));
    }

    @Test
    void allWordsMustBeThereInAnyOrder() {
        assertEquals(List.of("Switch theme"), ranked("theme sw", "Switch theme", "Switch editor"));
    }

    @Test
    void withoutATextTheListStaysAsItIs() {
        assertEquals(List.of("b", "a", "c"), ranked("", "b", "a", "c"));
    }

    @Test
    void aCancelledSearchHandsOverNothing() {
        List<SearchHit> found = new ArrayList<>();
        new ListedProvider<>("Titles", 0, List.of("a"), title -> title, title -> hit())
                .search("", 9, () -> true, found::add);
        assertTrue(found.isEmpty());
    }

    private static SearchHit hit() {
        return new SearchHit("a", "a", "", "dot", Optional.empty(), () -> {});
    }

    @Test
    void marksTheWordsWhereTheyStartWords() {
        assertEquals(List.of(new Range(4, 3), new Range(12, 2)), new Words("res by").ranges("The restore by night"));
        assertEquals(List.of(new Range(6, 3)), new Words("set").ranges("upset sets"));
    }

    @Test
    void overlappingWordsMarkOnce() {
        assertEquals(List.of(new Range(0, 6)), new Words("back backup").ranges("Backup of FS-01"));
    }
}
