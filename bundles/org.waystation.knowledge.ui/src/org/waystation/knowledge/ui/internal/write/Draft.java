package org.waystation.knowledge.ui.internal.write;

import java.util.List;
import java.util.Optional;
import org.waystation.api.knowledge.ArticleText;

/**
 * A text that is being written and not saved yet.
 *
 * @param version of the article when the writing began
 * @param before what it said then
 * @param now what it shall say
 */
public record Draft(long version, ArticleText before, ArticleText now) {

    private static final String FORM = "1";

    /** As it is kept: the lengths of the four texts, then the texts one after the other. */
    String written() {
        List<String> texts = List.of(before.title(), before.body(), now.title(), now.body());
        StringBuilder written = new StringBuilder(FORM + " " + version);
        texts.forEach(text -> written.append(' ').append(text.length()));
        written.append('\n');
        texts.forEach(written::append);
        return written.toString();
    }

    /** Reads what was kept; empty where another program wrote it in a form that this one does not know. */
    static Optional<Draft> read(String written) {
        int end = written.indexOf('\n');
        String[] head = end < 0 ? new String[0] : written.substring(0, end).split(" ");
        if (head.length != 6 || !head[0].equals(FORM)) {
            return Optional.empty();
        }
        try {
            String[] texts = new String[4];
            int at = end + 1;
            for (int i = 0; i < texts.length; i++) {
                int next = at + Integer.parseInt(head[2 + i]);
                texts[i] = written.substring(at, next);
                at = next;
            }
            return Optional.of(new Draft(
                    Long.parseLong(head[1]), new ArticleText(texts[0], texts[1]), new ArticleText(texts[2], texts[3])));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether there is anything to keep. */
    boolean changesAnything() {
        return !before.equals(now);
    }
}
