package org.waystation.backend.rt.internal.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waystation.backend.rt.internal.wire.RtClient.Answer;

/**
 * The latest states of a few objects, so that one that has not changed need not be sent again: what is written is read back,
 * and then comes in the feed. Only of objects whose every change is a transaction, since the number of the last one is their
 * tag: a queue that gets another custom field keeps its tag.
 */
final class Remembered {

    private static final int MOST = 64;
    private static final Pattern OBJECT = Pattern.compile("(ticket|asset|article)/[0-9]+");

    private final Map<String, Answer> answers = new LinkedHashMap<>(MOST, 0.75f, true);

    synchronized Optional<Answer> of(String path) {
        return Optional.ofNullable(answers.get(path));
    }

    synchronized void keep(String path, Answer answer) {
        if (!OBJECT.matcher(path).matches()) {
            return;
        }
        if (!answer.fine() || answer.etag().isEmpty()) {
            answers.remove(path);
            return;
        }
        answers.put(path, answer);
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
