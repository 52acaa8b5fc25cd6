package org.waystation.shell.internal.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.shell.internal.markdown.Block.Code;
import org.waystation.shell.internal.markdown.Block.Flow;
import org.waystation.shell.internal.markdown.Block.Mark;
import org.waystation.shell.internal.markdown.Block.Span;

class MarkdownReaderTest {

    private final MarkdownReader reader = new MarkdownReader();

    @Test
    void marksWhatStandsOut() {
        Flow flow = flow("The job **FS-01 nightly** ended with *code 3*, see `restic check`.");
        assertEquals("The job FS-01 nightly ended with code 3, see restic check.", flow.text());
        assertEquals(List.of("FS-01 nightly"), marked(flow, Mark.STRONG));
        assertEquals(List.of("code 3"), marked(flow, Mark.EMPHASIS));
        assertEquals(List.of("restic check"), marked(flow, Mark.CODE));
    }

    @Test
    void codeBlocksStandForThemselves() {
        List<Block> blocks = reader.read("before\n\n```\nrestic: Fatal\n  indented\n```\n\nafter");
        assertEquals(3, blocks.size());
        assertEquals(new Code("restic: Fatal\n  indented"), blocks.get(1));
    }

    @Test
    void listsHaveBulletsAndNumbers() {
        Flow flow = flow("- one\n- two\n  1. first\n  2. second\n");
        assertEquals("•  one\n•  two\n1.  first\n2.  second", flow.text());
        assertEquals(
                List.of(1, 1, 2, 2),
                flow.lines().stream().map(Block.Line::indent).toList());
    }

    @Test
    void tablesKeepTheirCellsAndTheirSides() {
        Block.Table table =
                (Block.Table) reader.read("| Host | Up |\n|---|--:|\n| **FS-01** | 3 |\n| [DC](https://x.example) |\n")
                        .getFirst();
        assertEquals(
                List.of("Host", "Up", "FS-01", "3", "DC", ""),
                table.rows().stream()
                        .flatMap(List::stream)
                        .map(cell -> cell.flow().text())
                        .toList());
        assertEquals(Block.Side.RIGHT, table.rows().get(1).get(1).side());
        assertEquals(
                "https://x.example",
                table.rows().get(2).getFirst().flow().spans().getFirst().target());
    }

    @Test
    void aTableThatNobodyReadsBecomesPlainText() {
        String row = "| a ".repeat(40) + "|\n";
        String table = row + "|---".repeat(40) + "|\n" + row.repeat(200);
        assertTrue(reader.read(table).getFirst() instanceof Code);
    }

    @Test
    void tasksHaveBoxes() {
        assertEquals(
                "\u2610  open\n\u2611  done", flow("- [ ] open\n- [x] done\n").text());
    }

    @Test
    void headingsHaveTheirLevels() {
        Flow flow = flow("# One\n\n## Two\n\n### Three\n");
        assertEquals(List.of("One"), marked(flow, Mark.HEADING_1));
        assertEquals(List.of("Two"), marked(flow, Mark.HEADING_2));
        assertEquals(List.of("Three"), marked(flow, Mark.HEADING));
    }

    @Test
    void aLineWithoutEndIsBroken() {
        String faces = "\uD83D\uDE00".repeat(30_000);
        StringBuilder all = new StringBuilder();
        for (Block block : reader.read("**" + faces + "**")) {
            Flow flow = (Flow) block;
            assertTrue(flow.text().length() <= 8_000);
            assertTrue(flow.text().lines().allMatch(line -> line.length() <= 200));
            assertEquals(flow.text().split("\n", -1).length, flow.lines().size());
            all.append(flow.text().replace("\n", ""));
        }
        assertEquals(faces, all.toString());
    }

    @Test
    void aLinkKeepsItsTarget() {
        Flow flow = flow("see [the article](https://kb.example.org/a)");
        assertEquals("see the article", flow.text());
        assertEquals("https://kb.example.org/a", flow.spans().getFirst().target());
    }

    @Test
    void aLinkThatPosesAsAnotherSaysWhereItLeads() {
        Flow flow = flow("[https://bank.example](https://evil.example/x)");
        assertEquals("https://bank.example (https://evil.example/x)", flow.text());
    }

    @Test
    void aLinkToAnythingElseCannotBeFollowed() {
        for (String target : List.of("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "smb://host/x")) {
            Flow flow = flow("[press me](" + target + ")");
            assertTrue(flow.text().contains(target), "the target is seen");
            assertTrue(flow.spans().stream().allMatch(span -> span.target().isEmpty()), target);
        }
    }

    @Test
    void bareLinksAndMailCanBeFollowed() {
        assertEquals(
                "https://example.org",
                flow("at https://example.org today").spans().getFirst().target());
        assertEquals(
                "mailto:a@example.org",
                flow("write a@example.org").spans().getFirst().target());
    }

    @Test
    void htmlIsShownAsItWasTyped() {
        assertEquals(
                "<script>alert(1)</script>", flow("<script>alert(1)</script>").text());
        assertEquals("a <b>bold</b> word", flow("a <b>bold</b> word").text());
        assertEquals(
                "<img src=x onerror=alert(1)>",
                flow("<img src=x onerror=alert(1)>").text());
    }

    @Test
    void imagesAreNotFetched() {
        assertEquals(
                "[image: a chart]",
                flow("![a chart](https://tracker.example/pixel.png)").text());
    }

    @Test
    void whatTurnsTextAroundIsSeen() {
        assertEquals("invoice\uFFFDfdp.exe", flow("invoice\u202Efdp.exe").text());
        assertEquals("ab", flow("a\u0007\u001Bb").text());
    }

    @Test
    void deepNestingDoesNoHarm() {
        reader.read(">".repeat(50_000) + " deep");
        reader.read("[".repeat(20_000));
        reader.read("- ".repeat(20_000) + "x");
        Flow flow = flow("*a **b ".repeat(5_000));
        assertFalse(flow.text().isEmpty());
    }

    @Test
    void nothingGivesNothing() {
        assertEquals(List.of(), reader.read(""));
        assertEquals(List.of(), reader.read("   \n\n"));
    }

    private Flow flow(String text) {
        return (Flow) reader.read(text).getFirst();
    }

    private static List<String> marked(Flow flow, Mark mark) {
        return flow.spans().stream()
                .filter(span -> span.marks().contains(mark))
                .map(span -> words(flow, span))
                .toList();
    }

    private static String words(Flow flow, Span span) {
        return flow.text().substring(span.start(), span.start() + span.length());
    }
}
