package org.waystation.sync.internal;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Merges two changes of one long text, line by line and three ways, as diff3 does: what one side left alone becomes what
 * the other made of it. Lines that both changed, or that lie side by side, are a person's to decide.
 */
final class TextMerge {

    private static final String BREAK = "\n";

    /** Whether a text is one that is merged by lines: it has more than one. */
    static boolean isLong(String text) {
        return text.contains(BREAK);
    }

    /** Empty where both changed the same place. */
    Optional<String> merge(String base, String mine, String theirs) {
        List<String> baseLines = lines(base);
        List<AbstractDelta<String>> ours =
                DiffUtils.diff(baseLines, lines(mine)).getDeltas();
        List<AbstractDelta<String>> others =
                DiffUtils.diff(baseLines, lines(theirs)).getDeltas();
        List<AbstractDelta<String>> all = new ArrayList<>(others);
        for (AbstractDelta<String> one : ours) {
            if (others.stream().anyMatch(other -> touch(one, other) && !same(one, other))) {
                return Optional.empty();
            }
            if (others.stream().noneMatch(other -> same(one, other))) {
                all.add(one);
            }
        }
        List<String> merged = new ArrayList<>(baseLines);
        all.sort(Comparator.<AbstractDelta<String>>comparingInt(
                        delta -> delta.getSource().getPosition())
                .reversed());
        for (AbstractDelta<String> delta : all) {
            int at = delta.getSource().getPosition();
            merged.subList(at, at + delta.getSource().size()).clear();
            merged.addAll(at, delta.getTarget().getLines());
        }
        return Optional.of(String.join(BREAK, merged));
    }

    private static List<String> lines(String text) {
        return List.of(text.split(BREAK, -1));
    }

    /** Whether two changes overlap or lie side by side, so that their order would be a guess. */
    private static boolean touch(AbstractDelta<String> a, AbstractDelta<String> b) {
        int beginA = a.getSource().getPosition();
        int beginB = b.getSource().getPosition();
        return beginA <= beginB + b.getSource().size()
                && beginB <= beginA + a.getSource().size();
    }

    private static boolean same(AbstractDelta<String> a, AbstractDelta<String> b) {
        return a.getSource().getPosition() == b.getSource().getPosition()
                && a.getSource().getLines().equals(b.getSource().getLines())
                && a.getTarget().getLines().equals(b.getTarget().getLines());
    }
}
