package org.waystation.sync.ui.internal.conflict;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.Conflict;

/** What shall stand in one field: one of the three values, or what somebody typed; each step can be undone. */
final class FieldDecision {

    /** Whose value. */
    enum Side {
        BASE,
        MINE,
        THEIRS
    }

    private final Conflict.Field field;
    private final Deque<Conflict.Value> before = new ArrayDeque<>();
    private Conflict.Value result;

    FieldDecision(Conflict.Field field) {
        this.field = field;
        this.result = field.mine();
    }

    Conflict.Field field() {
        return field;
    }

    Conflict.Value of(Side side) {
        return switch (side) {
            case BASE -> field.base();
            case MINE -> field.mine();
            case THEIRS -> field.theirs();
        };
    }

    /** Whether the value can be typed: text and numbers can, names and words of a vocabulary are chosen. */
    boolean editable() {
        return plain(field.mine()) && plain(field.theirs()) && plain(field.base());
    }

    private static boolean plain(Conflict.Value value) {
        return value.raw() == null
                || value.raw() instanceof String text && text.equals(value.shown())
                || value.raw() instanceof Number;
    }

    private boolean numeric() {
        return field.mine().raw() instanceof Number || field.theirs().raw() instanceof Number;
    }

    void choose(Side side) {
        set(of(side));
    }

    /** Takes what was typed; what is wrong with it is returned, and nothing is taken then. */
    Optional<String> type(String text) {
        if (text.equals(result.shown())) {
            return Optional.empty();
        }
        if (!numeric()) {
            set(new Conflict.Value(text.isEmpty() ? null : text, text));
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(text.strip());
            set(new Conflict.Value(number, String.valueOf(number)));
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of("A whole number is needed here, such as 25.");
        }
    }

    private void set(Conflict.Value value) {
        if (!value.equals(result)) {
            before.push(result);
            result = value;
        }
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            result = before.pop();
        }
    }

    Conflict.Value result() {
        return result;
    }

    @Nullable
    Object raw() {
        return result.raw();
    }

    boolean is(Side side) {
        return result.equals(of(side));
    }
}
