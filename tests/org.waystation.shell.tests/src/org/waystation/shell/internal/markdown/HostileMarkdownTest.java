package org.waystation.shell.internal.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.waystation.shell.internal.markdown.Block.Flow;
import org.waystation.shell.internal.markdown.Block.Span;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.MarkdownText;

/**
 * Texts that attack whoever shows them: each is read and shown; nothing of it becomes a link to anything but the web or
 * mail, what would be hidden is seen, and none takes a second.
 */
class HostileMarkdownTest {

    private static final long A_SECOND = 1_000_000_000L;

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private final MarkdownReader reader = new MarkdownReader();

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertTrue(payloads().size() >= 160, payloads().size() + " payloads");
    }

    @Test
    void noLinkLeadsAnywhereButToTheWebOrMail() throws IOException {
        int links = 0;
        for (String payload : payloads()) {
            for (Flow flow : flows(reader.read(payload))) {
                for (Span span : flow.spans()) {
                    String target = span.target().toLowerCase(Locale.ROOT);
                    assertTrue(
                            target.isEmpty()
                                    || target.startsWith("http://")
                                    || target.startsWith("https://")
                                    || target.startsWith("mailto:"),
                            payload + " leads to " + target);
                    assertFalse(target.chars().anyMatch(c -> c <= ' ' || c == 0x202E), payload);
                    links += target.isEmpty() ? 0 : 1;
                }
                assertFalse(flow.text().chars().anyMatch(HostileMarkdownTest::unseen), payload);
            }
        }
        assertTrue(links > 5, "ordinary links among them can still be followed: " + links);
    }

    @Test
    void markupOfHtmlIsSeenAsItWasTyped() throws IOException {
        for (String payload : payloads()) {
            if (payload.startsWith("<script") || payload.startsWith("<img") || payload.startsWith("<iframe")) {
                assertEquals(payload, flows(reader.read(payload)).getFirst().text());
            }
        }
    }

    @Test
    void allOfThemAreShownAndNoneIsHandedToSomethingThatWouldRunOrFetch() throws IOException {
        Display display = Display.getDefault();
        Shell shell = new Shell(display, SWT.SHELL_TRIM);
        try {
            shell.setLayout(new FillLayout());
            shell.setSize(700, 500);
            List<String> followed = new ArrayList<>();
            MarkdownText text = new MarkdownText(shell, new StandardLook(display, false), Tone.PANEL, followed::add);
            shell.open();
            for (String payload : payloads()) {
                long begin = time();
                text.show(payload);
                shell.layout(true, true);
                assertTrue(time() - begin < A_SECOND, payload);
                assertNothingActive(text, payload);
            }
            assertEquals(List.of(), followed, "nothing is followed by being shown");
        } finally {
            shell.dispose();
        }
    }

    @Test
    void textsMadeToHangAreReadAndShownWithinASecond() {
        Display display = Display.getDefault();
        Shell shell = new Shell(display, SWT.SHELL_TRIM);
        try {
            shell.setLayout(new FillLayout());
            shell.setSize(700, 500);
            shell.open();
            for (Map.Entry<String, String> bomb : bombs().entrySet()) {
                long begin = time();
                List<Block> blocks = reader.read(bomb.getValue());
                long read = time() - begin;
                assertTrue(read < A_SECOND, bomb.getKey() + " was read in " + read / 1_000_000 + " ms");
                assertFalse(blocks.isEmpty(), bomb.getKey());
                MarkdownText text = new MarkdownText(shell, new StandardLook(display, false), Tone.PANEL, target -> {});
                boolean[] late = {false};
                text.onSize(() -> late[0] = true);
                long turn = show(display, shell, text, bomb.getValue(), late);
                assertTrue(turn < A_SECOND, bomb.getKey() + " held the window for " + turn / 1_000_000 + " ms");
                text.dispose();
            }
        } finally {
            shell.dispose();
        }
    }

    @Test
    void quotesAndListsDeeperThanAnybodyWritesAreLeftOutWithASign() {
        String deep =
                flows(reader.read("> ".repeat(40) + "at the bottom")).getFirst().text();
        assertTrue(deep.contains("… at the bottom") && !deep.contains(">"), deep);
        assertEquals(
                "as written", flows(reader.read("> > > as written")).getFirst().text());
        assertEquals(1, reader.read("- ".repeat(40)).size(), "a rule stays a rule");
    }

    /** The longest time for which the window did nothing else. */
    private static long show(Display display, Shell shell, MarkdownText text, String payload, boolean[] late) {
        long longest = 0;
        long begin = time();
        text.show(payload);
        shell.layout(true, true);
        longest = time() - begin;
        long end = System.nanoTime() + 20 * A_SECOND;
        display.timerExec(20_000, () -> {});
        while (payload.length() > 12_000 && !late[0]) {
            assertTrue(System.nanoTime() < end, "it was never shown");
            begin = time();
            boolean worked = display.readAndDispatch();
            longest = Math.max(longest, time() - begin);
            if (!worked) {
                display.sleep();
            }
        }
        begin = time();
        shell.layout(true, true);
        return Math.max(longest, time() - begin);
    }

    /** The thread's own: another program that keeps the machine busy is not the text's doing. */
    private static long time() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Map<String, String> bombs() {
        String row = "| a ".repeat(200) + "|\n";
        return Map.ofEntries(
                Map.entry("quotes in quotes", ">".repeat(100_000) + " x"),
                Map.entry("brackets", "[".repeat(100_000)),
                Map.entry("images in links", "![[".repeat(60_000)),
                Map.entry("links in links", "[a](".repeat(60_000)),
                Map.entry("emphasis", "*a **b ".repeat(40_000)),
                Map.entry("underscores", "_a __b ".repeat(40_000)),
                Map.entry("backticks", "`".repeat(50_000) + "a" + "`".repeat(49_999)),
                Map.entry("ticks of every length", ticks()),
                Map.entry("lists in lists", "- ".repeat(60_000) + "x"),
                Map.entry("one line", "x".repeat(500_000)),
                Map.entry("one line of words", "word ".repeat(100_000)),
                Map.entry("empty lines", "\n".repeat(400_000) + "x"),
                Map.entry("code blocks", "```\nx\n```\n\n".repeat(20_000)),
                Map.entry("rules", "---\n\n".repeat(60_000)),
                Map.entry("tables", ("| a | b |\n|---|---|\n| c | d |\n\n").repeat(10_000)),
                Map.entry("a table", row + "|---".repeat(200) + "|\n" + row.repeat(400)),
                Map.entry("references", "[a]: /x\n".repeat(40_000) + "[a]"),
                Map.entry("entities", "&amp;".repeat(90_000)),
                Map.entry("addresses", "a@b.example ".repeat(30_000)),
                Map.entry("open tags", "<a ".repeat(100_000)),
                Map.entry("comments", "<!-- ".repeat(60_000)),
                Map.entry("one line of code", "```\n" + "x".repeat(400_000) + "\n```"),
                Map.entry("a word in a table", "| a |\n|---|\n| " + "x".repeat(9_000) + " |\n"),
                Map.entry("tildes", "~~a ".repeat(80_000)),
                Map.entry("combining marks", "a" + "\u0301".repeat(100_000)),
                Map.entry("tasks", "- [ ] x\n".repeat(50_000)));
    }

    private static String ticks() {
        StringBuilder ticks = new StringBuilder();
        for (int i = 1; i < 700; i++) {
            ticks.append("`".repeat(i)).append(' ');
        }
        return ticks.toString();
    }

    private static void assertNothingActive(Composite parent, String payload) {
        for (Control control : parent.getChildren()) {
            assertFalse(control instanceof Browser || control instanceof Link, payload);
            if (control instanceof Composite composite) {
                assertNothingActive(composite, payload);
            }
        }
    }

    private static List<Flow> flows(List<Block> blocks) {
        List<Flow> flows = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Flow flow) {
                flows.add(flow);
            } else if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row.forEach(cell -> flows.add(cell.flow())));
            }
        }
        return flows;
    }

    private static boolean unseen(int c) {
        return c != '\n' && c != '\t' && Character.isISOControl(c) || c >= 0x202A && c <= 0x202E;
    }

    /** One a line; escapes as in Java. */
    private static List<String> payloads() throws IOException {
        try (InputStream in = HostileMarkdownTest.class.getResourceAsStream("hostile.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> UNICODE.matcher(line)
                            .replaceAll(found -> Matcher.quoteReplacement(
                                    String.valueOf((char) Integer.parseInt(found.group(1), 16)))))
                    .map(String::translateEscapes)
                    .toList();
        }
    }
}
