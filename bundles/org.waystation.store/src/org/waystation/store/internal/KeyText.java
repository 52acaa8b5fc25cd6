package org.waystation.store.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers that stand in a text, separated by commas. */
final class KeyText {

    private KeyText() {}

    static int[] parse(byte @Nullable [] text) {
        if (text == null || text.length == 0) {
            return new int[0];
        }
        int[] numbers = new int[text.length / 2 + 1];
        int count = 0;
        int number = 0;
        for (byte c : text) {
            if (c == ',') {
                numbers[count++] = number;
                number = 0;
            } else if (c >= '0' && c <= '9') {
                number = Math.addExact(Math.multiplyExact(number, 10), c - '0');
            } else {
                throw new IllegalArgumentException(
                        "Not a list of numbers: " + new String(text, StandardCharsets.UTF_8));
            }
        }
        numbers[count++] = number;
        return Arrays.copyOf(numbers, count);
    }
}
