package org.waystation.knowledge.ui.internal.versions;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs between two texts: line by line, and within lines that took the place of others word by word. Myers'
 * algorithm with linear space (Myers 1986, "An O(ND) difference algorithm and its variations").
 */
final class TextDiff {

    /** Lines around a difference that are shown though they are the same. */
    private static final int AROUND = 3;

    /** More words than this in one place are not compared one by one: nobody would see them. */
    private static final int MOST_WORDS = 2_000;

    /** More lines than this that differ are no edit but another text. */
    private static final int MOST_LINES = 6_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    private TextDiff() {}

    /** How a line stands to the other text. */
    enum Kind {
        SAME,
        REMOVED,
        ADDED,
        /** Lines that are the same are left out here; the text says how many. */
        GAP
    }

    /** Part of a line, in characters. */
    record Range(int start, int length) {}

    /** @param words what differs within the line; none where all of it does */
    record Line(Kind kind, String text, List<Range> words) {}

    /** All lines with what is around them; none where both say the same. */
    static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        if (old.size() + now.size() > 2 * MOST_LINES) {
            return whole(old, now);
        }
        List<Line> lines = new ArrayList<>();
        int at = 0;
        List<Place> places = places(old, now);
        for (Place place : places) {
            same(lines, old, at, place.at(), lines.isEmpty());
            changed(lines, place);
            at = place.at() + place.gone().size();
        }
        if (!places.isEmpty()) {
            tail(lines, old, at);
        }
        return lines;
    }

    /** Where lines went away, came, or took the place of others. */
    private record Place(int at, List<String> gone, List<String> come) {}

    /** With linear space the algorithm tells of what went away and of what came apart: at one place they are one. */
    private static List<Place> places(List<String> old, List<String> now) {
        List<Place> places = new ArrayList<>();
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<String>()).getDeltas().stream()
                        .sorted(Comparator.comparingInt((AbstractDelta<String> delta) ->
                                        delta.getSource().getPosition())
                                .thenComparingInt(delta -> delta.getTarget().getPosition()))
                        .toList();
        for (AbstractDelta<String> delta : deltas) {
            Place last = places.isEmpty() ? null : places.getLast();
            List<String> gone = delta.getSource().getLines();
            List<String> come = delta.getTarget().getLines();
            if (last != null
                    && last.at() + last.gone().size() == delta.getSource().getPosition()) {
                places.removeLast();
                places.add(new Place(last.at(), joined(last.gone(), gone), joined(last.come(), come)));
            } else {
                places.add(new Place(delta.getSource().getPosition(), gone, come));
            }
        }
        return places;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static List<Line> whole(List<String> old, List<String> now) {
        List<Line> lines = new ArrayList<>();
        old.stream().limit(MOST_LINES).forEach(line -> lines.add(new Line(Kind.REMOVED, line, List.of())));
        now.stream().limit(MOST_LINES).forEach(line -> lines.add(new Line(Kind.ADDED, line, List.of())));
        return lines;
    }

    private static void same(List<Line> lines, List<String> old, int from, int to, boolean first) {
        int head = first ? 0 : Math.min(AROUND, to - from);
        int tail = Math.min(AROUND, to - from - head);
        add(lines, old.subList(from, from + head));
        gap(lines, to - from - head - tail);
        add(lines, old.subList(to - tail, to));
    }

    private static void tail(List<Line> lines, List<String> old, int from) {
        int to = Math.min(old.size(), from + AROUND);
        add(lines, old.subList(from, to));
        gap(lines, old.size() - to);
    }

    private static void add(List<Line> lines, List<String> same) {
        same.forEach(line -> lines.add(new Line(Kind.SAME, line, List.of())));
    }

    private static void gap(List<Line> lines, int count) {
        if (count > 0) {
            lines.add(new Line(Kind.GAP, count == 1 ? "1 line is the same" : count + " lines are the same", List.of()));
        }
    }

    private static void changed(List<Line> lines, Place place) {
        List<Range> gone = new ArrayList<>();
        List<Range> come = new ArrayList<>();
        if (!place.gone().isEmpty() && !place.come().isEmpty()) {
            words(String.join("\n", place.gone()), String.join("\n", place.come()), gone, come);
        }
        lines(lines, Kind.REMOVED, place.gone(), gone);
        lines(lines, Kind.ADDED, place.come(), come);
    }

    private static void words(String before, String after, List<Range> gone, List<Range> come) {
        List<String> old = split(before);
        List<String> now = split(after);
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            return;
        }
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
            range(old, delta.getSource().getPosition(), delta.getSource().size(), gone);
            range(now, delta.getTarget().getPosition(), delta.getTarget().size(), come);
        }
    }

    private static void range(List<String> words, int from, int count, List<Range> into) {
        int start = words.subList(0, from).stream().mapToInt(String::length).sum();
        int length = words.subList(from, from + count).stream()
                .mapToInt(String::length)
                .sum();
        if (length > 0) {
            into.add(new Range(start, length));
        }
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Gives each line the part of the ranges that falls into it. */
    private static void lines(List<Line> lines, Kind kind, List<String> texts, List<Range> ranges) {
        int at = 0;
        for (String text : texts) {
            int begin = at;
            int end = at + text.length();
            List<Range> inside = ranges.stream()
                    .filter(range -> range.start() < end && range.start() + range.length() > begin)
                    .map(range -> {
                        int from = Math.max(begin, range.start());
                        int to = Math.min(end, range.start() + range.length());
                        return new Range(from - begin, to - from);
                    })
                    .filter(range -> range.length() > 0)
                    .toList();
            lines.add(new Line(kind, text, inside));
            at = end + 1;
        }
    }
}
