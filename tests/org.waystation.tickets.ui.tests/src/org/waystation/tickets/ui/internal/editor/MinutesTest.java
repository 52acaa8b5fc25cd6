package org.waystation.tickets.ui.internal.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MinutesTest {

    @Test
    void readsTimeAsPeopleWriteIt() {
        assertEquals(OptionalLong.of(25), Minutes.parse("25"));
        assertEquals(OptionalLong.of(25), Minutes.parse(" 25 min "));
        assertEquals(OptionalLong.of(25), Minutes.parse("0:25"));
        assertEquals(OptionalLong.of(90), Minutes.parse("1:30"));
        assertEquals(OptionalLong.of(60), Minutes.parse("1h"));
        assertEquals(OptionalLong.of(90), Minutes.parse("1 h 30"));
        assertEquals(OptionalLong.of(90), Minutes.parse("1H 30min"));
    }

    @Test
    void doesNotGuess() {
        assertEquals(OptionalLong.empty(), Minutes.parse(""));
        assertEquals(OptionalLong.empty(), Minutes.parse("soon"));
        assertEquals(OptionalLong.empty(), Minutes.parse("-5"));
        assertEquals(OptionalLong.empty(), Minutes.parse("1:75"));
        assertEquals(OptionalLong.empty(), Minutes.parse("999999999999"));
    }
}
