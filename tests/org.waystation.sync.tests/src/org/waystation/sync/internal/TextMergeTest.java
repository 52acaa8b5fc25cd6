package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextMergeTest {

    private static final String BASE = "one\ntwo\nthree\nfour\nfive\nsix";

    private final TextMerge merge = new TextMerge();

    @Test
    void changesOfDifferentLinesGoTogether() {
        assertEquals(
                Optional.of("one\nTWO\nthree\nfour\nfive\nsix\nseven"),
                merge.merge(BASE, BASE.replace("two", "TWO"), BASE + "\nseven"));
    }

    @Test
    void whatOneTookOutStaysOut() {
        assertEquals(
                Optional.of("one\nthree\nfour\nfive\nSIX"),
                merge.merge(BASE, BASE.replace("two\n", ""), BASE.replace("six", "SIX")));
    }

    @Test
    void theSameLineIsAPersonsToDecide() {
        assertEquals(Optional.empty(), merge.merge(BASE, BASE.replace("two", "2"), BASE.replace("two", "zwei")));
    }

    @Test
    void linesSideBySideAreAPersonsToDecide() {
        assertEquals(Optional.empty(), merge.merge(BASE, BASE.replace("two", "2"), BASE.replace("three", "3")));
    }

    @Test
    void theSameChangeOnBothSidesIsMadeOnce() {
        String both = BASE.replace("two", "2");
        assertEquals(Optional.of(both + "\nmine"), merge.merge(BASE, both + "\nmine", both));
    }

    @Test
    void twoThatBothAddAtTheEndAreAPersonsToDecide() {
        assertEquals(Optional.empty(), merge.merge(BASE, BASE + "\nmine", BASE + "\ntheirs"));
    }
}
