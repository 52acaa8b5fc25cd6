package org.waystation.sessions.ui.internal.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.api.session.TerminalSize;

class EmulationTest {

    private static final String E = "\u001b[";

    private final List<String> answers = new ArrayList<>();
    private final Emulation emulation =
            new Emulation(new TerminalSize(20, 5), bytes -> answers.add(new String(bytes, StandardCharsets.UTF_8)));

    @Test
    void textWideCharactersAndMarksTakeTheirCells() {
        feed("a日b😀c e\u0301!");
        Row row = row(0);
        assertEquals("a日b😀c é!", row.text(0, 20).stripTrailing());
        assertTrue(row.isSecondHalf(2), "the second half of the wide character");
        assertEquals('b', row.at(3));
        assertEquals("😀", row.glyph(4));
        assertEquals('c', row.at(6));
    }

    @Test
    void trueColorsComeInBothSpellings() {
        feed(E + "38;2;1;2;3mA" + E + "38:2::4:5:6mB" + E + "48;5;200mC" + E + "0mD");
        assertEquals(TerminalColor.rgb(1, 2, 3), row(0).style(0).getForeground());
        assertEquals(TerminalColor.rgb(4, 5, 6), row(0).style(1).getForeground());
        assertTrue(row(0).style(2).getBackground() != null);
        assertEquals(TextStyle.EMPTY, row(0).style(3));
    }

    @Test
    void lineDrawingByShiftOutAndSeveralModesAtOnceAreUnderstood() {
        feed("\u001b)0\u000elqk\u000f." + E + "?25;1006;1000l" + E + "3bX");
        assertEquals("┌─┐....X", row(0).text(0, 20).stripTrailing());
        assertEquals(false, emulation.display().cursorVisible());
    }

    @Test
    void theCursorsShapeDoesNotMoveIt() {
        feed("ab" + E + "5 qc");
        assertEquals("abc", row(0).text(0, 20).stripTrailing());
        assertEquals(5, emulation.display().shape());
    }

    @Test
    void atLeastFiftyThousandLinesAreKept() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 130_000; i++) {
            text.append("line ").append(i).append("\r\n");
        }
        feed(text.toString());
        int kept = emulation.historyLines();
        assertTrue(kept >= ScrollBack.LINES && kept <= ScrollBack.LINES * 6 / 5, () -> kept + " lines");
        assertEquals("line 129995", emulation.row(-1).text(0, 20).stripTrailing());
        assertTrue(emulation.display().scrolled() > 129_000);
        List<Marked> found = FindBar.find(emulation, "line 99999");
        assertEquals(1, found.size());
    }

    @Test
    void whatWasPackedLooksAsItDid() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            text.append(E)
                    .append("3")
                    .append(i % 8)
                    .append("m")
                    .append(i)
                    .append(E)
                    .append("0m 你 plain\r\n");
        }
        text.append("x".repeat(2 * emulation.columns())).append("\r\n").append("tail\r\n".repeat(2_000));
        feed(text.toString());
        int from = -emulation.historyLines();
        for (int i = 0; i < 4_000; i += 37) {
            Row row = emulation.row(from + i);
            assertEquals(i + " 你 plain", row.text(0, 40).stripTrailing());
            assertEquals(emulation.row(from + i % 8).style(0), row.style(0), "the colour of line " + i);
            assertEquals(TextStyle.EMPTY, row.style(String.valueOf(i).length()));
        }
        assertTrue(emulation.wraps(from + 4_000));
        assertFalse(emulation.wraps(from + 3_999));
    }

    @Test
    void clearingTheScrollBackClearsWhatWasPacked() {
        feed("line\r\n".repeat(5_000));
        assertTrue(emulation.historyLines() > 4_000);
        feed(E + "H" + E + "2J" + E + "3J");
        assertTrue(emulation.historyLines() < 100, () -> emulation.historyLines() + " lines");
    }

    @Test
    void aProgramOnTheAlternateScreenLeavesTheScrollBackAlone() {
        feed("line\r\n".repeat(5_000));
        int kept = emulation.historyLines();
        feed(E + "?1049h" + "other\r\n".repeat(9_000));
        assertTrue(emulation.historyLines() <= 2_000, () -> emulation.historyLines() + " lines");
        feed(E + "?1049l");
        assertEquals(kept, emulation.historyLines());
    }

    @Test
    void aResizeWrapsAnew() {
        feed("0123456789abcdefghijKLM");
        emulation.resize(new TerminalSize(10, 5));
        assertEquals("0123456789", row(0).cells());
        assertEquals("abcdefghij", row(1).cells());
        assertEquals("KLM", row(2).text(0, 10).stripTrailing());
    }

    @Test
    void aMachineMayAskWhatTheTerminalIsAndWhereTheCursorStands() {
        feed("ab" + E + "6n" + E + "c" + E + ">c\u001b]11;?\u0007");
        assertEquals(E + "1;3R", answers.get(0));
        assertEquals(E + "?6c", answers.get(1));
        assertEquals(E + ">0;0;0c", answers.get(2));
        assertTrue(answers.get(3).startsWith("\u001b]11;rgb:"), answers.get(3));
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        emulation.feed(bytes, bytes.length);
    }

    private Row row(int index) {
        return emulation.row(index);
    }
}
