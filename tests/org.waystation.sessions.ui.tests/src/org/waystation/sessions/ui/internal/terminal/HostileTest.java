package org.waystation.sessions.ui.internal.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waystation.api.session.TerminalSize;

/** What a machine that means harm may print: nothing of it is sent back, and the terminal goes on at once. */
class HostileTest {

    private static final String MARK = "rm -rf evil";
    private static final String E = "\u001b";
    private static final String BEL = "\u0007";
    private static final String ST = E + "\\";

    /** The only things a terminal answers: that it is fine, where the cursor is, what it is, which colours it has. */
    private static final Pattern HARMLESS =
            Pattern.compile("\u001b\\[0n|\u001b\\[\\d+;\\d+R|\u001b\\[\\?6c|\u001b\\[>0;0;0c"
                    + "|\u001b\\]1[01];rgb:[0-9a-f/]+\u001b\\\\");

    static Stream<String> payloads() {
        List<String> all = new ArrayList<>(List.of(
                // titles that are asked back
                E + "]0;" + MARK + BEL + E + "[21t",
                E + "]2;" + MARK + ST + E + "[20t",
                E + "]l" + MARK + ST,
                E + "]0;" + MARK + "\r" + BEL + E + "[21t",
                E + "[22;0t" + E + "]2;" + MARK + BEL + E + "[23;0t" + E + "[21t",
                E + "k" + MARK + ST,
                E + "]1;" + MARK + BEL,
                // clipboard
                E + "]52;c;cm0gLXJmIGV2aWw=" + BEL,
                E + "]52;c;?" + BEL,
                E + "]52;p;?" + ST,
                E + "]52;;" + "QUJD".repeat(5_000) + BEL,
                // answers with text of the sender
                "\u0005",
                E + "P$q" + MARK + ST,
                E + "P$qm" + ST,
                E + "P+q544e" + ST,
                E + "P+p" + MARK + ST,
                E + "P1$r" + MARK + ST,
                E + "Pevil" + ST,
                E + "[?15n" + E + "[?25n" + E + "[?26n" + E + "[?53n",
                E + "[x" + E + "[1x",
                E + "[>q",
                E + "[>1q",
                E + "[=c" + E + "[=0c",
                E + "]4;1;?" + BEL,
                E + "]4;1;" + MARK + BEL + E + "]4;1;?" + BEL,
                E + "]10;" + MARK + BEL + E + "]10;?" + BEL,
                E + "]12;?" + BEL + E + "]17;?" + BEL + E + "]19;?" + BEL,
                E + "]50;?" + BEL,
                E + "]50;" + MARK + BEL + E + "]50;?" + BEL,
                E + "]60;" + BEL + E + "]61;" + BEL,
                E + "]3;?WM_NAME" + BEL,
                E + "[18t" + E + "[19t" + E + "[14t" + E + "[11t" + E + "[13t",
                E + "[6n" + E + "[5n" + E + "[c" + E + "[>c",
                E + "[?6n",
                E + "[1;1'w" + E + "['|" + E + "[1'z",
                E + "[?1;2S",
                E + "[*y" + E + "[1;1;1;1;10;10*y",
                E + "[\"p" + E + "[61\"p",
                // programs, files, printing, windows
                E + "]1337;File=name=ZXZpbA==;inline=1:" + "QUJD".repeat(500) + BEL,
                E + "]1337;RequestAttention=1" + BEL,
                E + "]1337;CopyToClipboard=" + BEL + MARK + E + "]1337;EndCopy" + BEL,
                E + "]1341;open;" + MARK + BEL,
                E + "]777;notify;" + MARK + ";x" + BEL,
                E + "]9;" + MARK + BEL,
                E + "]9;4;1;50" + BEL,
                E + "]99;;" + MARK + ST,
                E + "]633;E;" + MARK + BEL,
                E + "]7;file://host/" + MARK + BEL,
                E + "[5i" + MARK + E + "[4i",
                E + "[?5i" + E + "[0i",
                E + "[2t" + E + "[3;0;0t" + E + "[4;1;1t" + E + "[9;1t",
                E + "[8;99999;99999t",
                E + "[8;1;1t",
                E + "_Gf=100,a=T;" + "QUJD".repeat(500) + ST,
                E + "^" + MARK + ST,
                E + "X" + MARK + ST,
                E + "]8;;file:///etc/passwd" + ST + "click" + E + "]8;;" + ST,
                E + "]8;;javascript:alert(1)" + ST + "click" + E + "]8;;" + ST,
                E + "]8;;ssh://evil/-oProxyCommand=evil" + ST + "click" + E + "]8;;" + ST,
                E + "]8;;http://a b" + ST + "click" + E + "]8;;" + ST,
                // numbers that are too large
                E + "[999999999999999999999A",
                E + "[2147483647B" + E + "[2147483648C",
                E + "[2147483647;2147483647H",
                E + "[99999999@" + E + "[99999999P" + E + "[99999999X",
                E + "[99999999L" + E + "[99999999M",
                E + "[99999999S" + E + "[99999999T",
                "x" + E + "[2147483647b",
                E + "[-5;-5H" + E + "[0;0r" + E + "[9999;1r" + E + "[5;2r",
                E + "[38;2;999;999;999m" + E + "[38;5;99999m" + E + "[48;2m" + E + "[38m" + E + "[38;5m",
                E + "[38:2:::::m" + E + "[38:2m" + E + "[4:99m" + E + "[58:2::1:2:3m",
                E + "[?1049;1049;1049;1049h".repeat(50),
                // sequences without an end
                E + "]0;" + "A".repeat(300_000),
                E + "P" + "A".repeat(300_000),
                E + "[" + "1;".repeat(100_000) + "m",
                E + "[" + "1".repeat(300_000) + "m",
                E + "[" + " ".repeat(100_000) + "q",
                E + "_" + "A".repeat(300_000),
                E.repeat(100_000),
                (E + "[").repeat(50_000),
                (E + "]").repeat(50_000),
                (E + "(").repeat(50_000),
                E + "[?" + "1049;".repeat(20_000) + "h",
                // much of what is slow
                (E + "[?1049h" + E + "[?1049l").repeat(2_000),
                (E + "[?3h" + E + "[?3l").repeat(2_000),
                (E + "[2J").repeat(5_000),
                (E + "[22;0t").repeat(50_000),
                (E + "7").repeat(50_000) + (E + "8").repeat(50_000),
                (E + "#8").repeat(1_000),
                BEL.repeat(100_000),
                (E + "H\t").repeat(20_000) + "\t".repeat(20_000),
                (E + "[9999T").repeat(200),
                (E + "[9999L").repeat(200),
                (E + "M").repeat(20_000),
                // text that is not what it seems
                "\u202e" + MARK + "\u202c",
                "a" + "\u0301".repeat(100_000),
                "\u200b".repeat(100_000),
                "\ue000".repeat(10_000),
                "\ud83d".repeat(1_000),
                "\u0080\u0085\u008d\u0090\u0098\u009b\u009c\u009d\u009e\u009f".repeat(100),
                "\u0000\u0001\u0002\u0003\u0004\u0006\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001c"
                        .repeat(500),
                "日".repeat(20_000),
                E + "[?2004h" + E + "[200~" + MARK + "\r" + E + "[201~"));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void itAnswersNothingOfTheirsAndGoesOn(String payload) {
        List<byte[]> answers = new ArrayList<>();
        Emulation emulation = new Emulation(TerminalSize.USUAL, answers::add);
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> emulation.feed(bytes, bytes.length));
        for (byte[] answer : answers) {
            String text = new String(answer, StandardCharsets.UTF_8);
            assertTrue(HARMLESS.matcher(text).matches(), () -> "answered " + text.replace(E, "ESC"));
        }
        assertEquals(80, emulation.columns());
        assertEquals(24, emulation.rows());
        assertFalse(emulation.display().getWindowTitle().length() > 120);
        assertTrue(emulation.display().getWindowTitle().chars().noneMatch(Character::isISOControl));

        byte[] after = ("\u0018" + ST + E + "c" + E + "[Hstill here").getBytes(StandardCharsets.UTF_8);
        emulation.feed(after, after.length);
        assertTrue(emulation.row(0).cells().startsWith("still here"));
    }

    @Test
    void thereAreEnoughOfThem() {
        assertTrue(payloads().count() >= 60, () -> payloads().count() + " payloads");
    }

    @Test
    void noLinkLeadsAnywhereButTheWebAndMail() {
        for (String target : List.of(
                "file:///etc/passwd",
                "javascript:alert(1)",
                "data:text/html,x",
                "ssh://h",
                "\u0000http://a",
                "http://a\u001bb",
                "HTTP ://x",
                "vbscript:x",
                "smb://x",
                "//x",
                "")) {
            assertFalse(Links.allowed(target), target);
        }
        for (String target : List.of("http://a.example/x?y=1", "https://a.example", "mailto:a@b.example")) {
            assertTrue(Links.allowed(target), target);
        }
        assertEquals(
                "https://a.example/x",
                Links.at("see (https://a.example/x).", 10).orElseThrow().target());
        assertTrue(Links.at("see file:///etc/passwd", 8).isEmpty());
    }

    @Test
    void pastingCannotLeaveItsBrackets() {
        byte[] sent = new Pasting("one\u001b[201~two\nthree").bytes(true);
        String text = new String(sent, StandardCharsets.UTF_8);
        assertEquals("\u001b[200~one[201~two\rthree\u001b[201~", text);
        assertTrue(new Pasting("a\nb").isRisky());
        assertTrue(new Pasting("a\n").isRisky());
        assertFalse(new Pasting("a b").isRisky());
        assertEquals(2, new Pasting("a\nb\n").lines());
    }
}
