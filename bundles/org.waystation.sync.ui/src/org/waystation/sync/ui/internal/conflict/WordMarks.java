package org.waystation.sync.ui.internal.conflict;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a text differs from another, word by word. */
final class WordMarks {

    /** Beyond this a person looks at whole paragraphs anyway. */
    private static final int WORDS_COMPARED = 4_000;

    private WordMarks() {}

    /** A part of a text. */
    record Mark(int start, int length) {}

    /** The parts of a text that are not as in the base. */
    static List<Mark> of(String base, String text) {
        List<String> before = words(base);
        List<String> after = words(text);
        if (before.size() > WORDS_COMPARED || after.size() > WORDS_COMPARED) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int from = delta.getTarget().getPosition();
            int start = length(after.subList(0, from));
            int length = length(delta.getTarget().getLines());
            if (length > 0) {
                marks.add(new Mark(start, length));
            }
        }
        return marks;
    }

    /** Words and what is between them, which together are the text. */
    private static List<String> words(String text) {
        return Arrays.asList(text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)"));
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }
}
