package org.waystation.server.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWas() {
        Cursor cursor = new Cursor(UUID.randomUUID(), 123_456_789_012L, 0);
        assertEquals(Optional.of(cursor), Cursor.decode(cursor.encode()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "????", "AAAA", "7gKtfOezRSG-p6duSEGRxAAAAAAAADxC7gKtfOezRSG-p6duSEGRxAAAAAAAADxC"})
    void whatWasNotMadeHereIsNotACursor(String text) {
        assertEquals(Optional.empty(), Cursor.decode(text));
    }

    @Test
    void aNegativeSequenceIsNotACursor() {
        byte[] bytes = new byte[32];
        bytes[16] = (byte) 0x80;
        assertEquals(
                Optional.empty(),
                Cursor.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }
}
