package org.waystation.shell.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatTextTest {

    @Test
    void everythingComesBack() {
        Map<String, String> values = Map.of(
                "plain", "value",
                "with=equals", "a=b=c",
                "back\\slash", "C:\\new\\eggs",
                "lines", "one\ntwo\r\nthree",
                "empty", "");
        assertEquals(values, FlatText.parse(FlatText.format(values)));
    }

    @Test
    void linesThatAreNoneOfOursArePassedOver() {
        assertEquals(Map.of("a", "1"), FlatText.parse("rubbish\n\n=no key\na=1\n"));
    }
}
