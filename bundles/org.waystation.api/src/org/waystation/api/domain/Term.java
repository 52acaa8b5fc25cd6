package org.waystation.api.domain;

/**
 * A word from an open vocabulary, such as a status or a priority. Words that a newer server knows and this
 * program does not are shown as they read and are sent back untouched.
 */
public interface Term {

    /** Lower snake case, as on the wire. */
    String code();

    /** As a person reads it, such as "In progress" for {@code in_progress}. */
    default String label() {
        String words = code().replace('_', ' ');
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
