package org.waystation.knowledge.ui.internal.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waystation.knowledge.ui.internal.versions.TextDiff.Kind;
import org.waystation.knowledge.ui.internal.versions.TextDiff.Line;

class TextDiffTest {

    @Test
    void theSameTextHasNoDifference() {
        assertEquals(List.of(), TextDiff.of("a\nb", "a\nb"));
    }

    @Test
    void wordsThatChangedAreMarkedWithinTheirLines() {
        List<Line> lines = TextDiff.of("keep\nstart the old service now", "keep\nstart the new service now");
        assertEquals(List.of(Kind.SAME, Kind.REMOVED, Kind.ADDED), kinds(lines));
        assertEquals(List.of("old"), marked(lines.get(1)));
        assertEquals(List.of("new"), marked(lines.get(2)));
    }

    @Test
    void whatIsFarFromAnyDifferenceIsLeftOut() {
        String before = IntStream.range(0, 40).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        List<Line> lines = TextDiff.of(before, before.replace("line 20", "other"));
        assertEquals(
                List.of(
                        Kind.GAP,
                        Kind.SAME,
                        Kind.SAME,
                        Kind.SAME,
                        Kind.REMOVED,
                        Kind.ADDED,
                        Kind.SAME,
                        Kind.SAME,
                        Kind.SAME,
                        Kind.GAP),
                kinds(lines));
        assertEquals("17 lines are the same", lines.getFirst().text());
    }

    @Test
    void theLinesOfBothTextsCanBeReadOffTheDifference() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String before = text(random);
            String after = text(random);
            List<Line> lines = TextDiff.of(before, after);
            if (lines.stream().noneMatch(line -> line.kind() == Kind.GAP) && !lines.isEmpty()) {
                assertEquals(before, joined(lines, Kind.ADDED), "seed " + seed);
                assertEquals(after, joined(lines, Kind.REMOVED), "seed " + seed);
            }
            for (Line line : lines) {
                line.words()
                        .forEach(word -> assertTrue(word.start() >= 0
                                && word.start() + word.length() <= line.text().length()));
            }
        }
    }

    @Test
    void twoHugeTextsWithNothingInCommonTakeNoSecond() {
        String before = IntStream.range(0, 30_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 30_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
        long begin = time();
        TextDiff.of(before, after);
        TextDiff.of("x ".repeat(200_000), "y ".repeat(200_000));
        assertTrue(time() - begin < 1_000_000_000L);
    }

    /** The thread's own: another program that keeps the machine busy is not the comparison's doing. */
    private static long time() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> "w" + random.nextInt(4) + " w" + random.nextInt(3))
                .collect(Collectors.joining("\n"));
    }

    private static String joined(List<Line> lines, Kind without) {
        return lines.stream()
                .filter(line -> line.kind() != without)
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    private static List<Kind> kinds(List<Line> lines) {
        return lines.stream().map(Line::kind).toList();
    }

    private static List<String> marked(Line line) {
        return line.words().stream()
                .map(word -> line.text().substring(word.start(), word.start() + word.length()))
                .toList();
    }
}
