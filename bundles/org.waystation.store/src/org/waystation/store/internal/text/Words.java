package org.waystation.store.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waystation.store.internal.Folding;

/** Takes a text apart into words: runs of letters and digits, without case and accents. */
final class Words {

    /** What is longer is no word that anybody looks for, such as a key in base64. */
    static final int LENGTH_MAX = 60;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}\\p{Co}]+");

    private Words() {}

    /** A word and where it stands in the text as it is. */
    record Place(String word, int start, int end) {}

    static List<String> of(String text) {
        return places(text).stream().map(Place::word).toList();
    }

    static List<Place> places(String text) {
        List<Place> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = Folding.fold(matcher.group());
            if (!word.isEmpty() && word.length() <= LENGTH_MAX) {
                found.add(new Place(word, matcher.start(), matcher.end()));
            }
        }
        return found;
    }
}
