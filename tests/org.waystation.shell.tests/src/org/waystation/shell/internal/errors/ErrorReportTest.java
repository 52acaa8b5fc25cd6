package org.waystation.shell.internal.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ErrorReportTest {

    private static ErrorReport report(Throwable error) {
        return new ErrorReport("org.waystation.tickets.ui: painting", error, Instant.EPOCH, "1.0.0");
    }

    private static RuntimeException planted(String message) {
        return new IllegalStateException(message);
    }

    @Test
    void theSummaryIsOneLine() {
        assertEquals(
                "IllegalStateException: first", report(planted("first\nsecond")).summary());
        assertEquals("IllegalStateException", report(planted(" ")).summary());
    }

    @Test
    void theSameFaultIsToldOnce() {
        assertEquals(report(planted("a")).key(), report(planted("b")).key());
        assertNotEquals(
                report(planted("a")).key(),
                report(new IllegalStateException("elsewhere")).key());
    }

    @Test
    void theReportSaysWhereWhenAndWhat() {
        String text =
                report(new IllegalStateException("outer", planted("inner"))).text();
        assertTrue(text.contains("Waystation 1.0.0 at 1970-01-01T00:00:00Z"), text);
        assertTrue(text.contains("org.waystation.tickets.ui: painting"), text);
        assertTrue(text.contains("Caused by: java.lang.IllegalStateException: inner"), text);
    }
}
