package org.waystation.shell.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrefixTest {

    @Test
    void aSignNarrowsToItsGroupAndIsNotPartOfTheText() {
        assertEquals("backup", Prefix.read("t:backup").text());
        assertEquals(
                "Tickets", Prefix.read(" T: backup ").prefix().orElseThrow().group());
        assertEquals("Commands", Prefix.read(">new").prefix().orElseThrow().group());
        assertEquals("", Prefix.read("k:").text());
    }

    @Test
    void anythingElseIsText() {
        for (String typed : new String[] {"", "backup", "#48213", "x:y", "10.0.0.1:22", "https://x"}) {
            assertEquals(Optional.empty(), Prefix.read(typed).prefix(), typed);
            assertEquals(typed, Prefix.read(typed).text());
        }
    }

    @Test
    void noTwoGroupsShareASign() {
        assertEquals(
                Prefix.ALL.size(),
                new HashSet<>(Prefix.ALL.stream().map(Prefix::sign).toList()).size());
    }
}
