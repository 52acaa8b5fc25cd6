package org.waystation.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketFilter.Key;
import org.waystation.api.tickets.TicketFilter.Token;

/**
 * A queue's filter as an SQL condition on the ticket table {@code t}. Conditions on columns with few values stand behind
 * a unary plus, which keeps SQLite from using an index on them (https://www.sqlite.org/optoverview.html): going through
 * all tickets in one pass costs less than looking up a third of them one by one.
 */
final class TicketConditions {

    private static final Set<Key> SELECTIVE = Set.of(Key.ASSIGNEE, Key.COMPANY, Key.TAG);

    private final Generation generation;
    private final TicketFilter filter;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    TicketConditions(TicketFilter filter, Optional<UUID> me, Generation generation) {
        this.generation = generation;
        this.filter = filter;
        anyOf(Key.ASSIGNEE, typed -> assignee(typed, me));
        anyOf(Key.STATUS, this::status);
        anyOf(Key.PRIORITY, typed -> word("priority", Words.PRIORITY, typed));
        anyOf(Key.TYPE, typed -> word("type", Words.TYPE, typed));
        anyOf(Key.ORIGIN, typed -> word("origin", Words.ORIGIN, typed));
        anyOf(Key.COMPANY, typed -> labelled(EntityKind.COMPANY, "company", typed));
        anyOf(Key.AGREEMENT, this::agreement);
        anyOf(Key.TAG, this::tag);
        SearchText.of(filter.words()).ifPresent(words -> {
            conditions.add("t.rowkey IN (SELECT rowid FROM " + generation.text() + " WHERE words MATCH ?)");
            values.add(words.expression());
        });
    }

    /**
     * A condition and its values.
     *
     * @param selective whether an index leads to what it holds for
     */
    record Term(String sql, List<Object> values, boolean selective) {}

    private TicketConditions(TicketConditions other, Term more) {
        this.generation = other.generation;
        this.filter = other.filter;
        this.conditions.addAll(other.conditions);
        this.values.addAll(other.values);
        this.conditions.add(more.sql());
        this.values.addAll(more.values());
    }

    /** What holds for both. */
    TicketConditions and(Term more) {
        return new TicketConditions(this, more);
    }

    /** True for every ticket. */
    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Whether only open tickets are meant, which one small index holds with all that is asked of them. */
    boolean onlyOpen() {
        List<String> statuses = filter.values(Key.STATUS);
        return statuses.size() == 1 && isOpen(statuses.getFirst());
    }

    /** Whether an index leads to what is likely a small part of all tickets. */
    boolean selective() {
        return !filter.words().isEmpty()
                || filter.tokens().stream().map(Token::key).anyMatch(SELECTIVE::contains);
    }

    String sql() {
        return conditions.isEmpty() ? "1" : String.join(" AND ", conditions);
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }

    private void anyOf(Key key, Function<String, String> condition) {
        List<String> alternatives = filter.values(key).stream().map(condition).toList();
        if (alternatives.size() == 1) {
            conditions.add(alternatives.getFirst());
        } else if (!alternatives.isEmpty()) {
            conditions.add("(" + String.join(" OR ", alternatives) + ")");
        }
    }

    private String status(String typed) {
        // Written as in the partial index, so that SQLite sees that it holds all that is asked for.
        return isOpen(typed) ? "t.open = 1" : word("status", Words.STATUS, typed);
    }

    private static boolean isOpen(String typed) {
        return Folding.fold(typed).equals("open");
    }

    private String word(String column, Words words, String typed) {
        values.add(words.meant(typed));
        return "+t." + column + " = ?";
    }

    private String assignee(String typed, Optional<UUID> me) {
        if (Folding.fold(typed).equals("me")) {
            values.add(me.map(Ids::bytes).orElse(null));
            return "t.assignee = (SELECT key FROM " + generation.label() + " WHERE id = ?)";
        }
        return isNone(typed)
                ? "t.assignee = " + Labels.none(EntityKind.USER)
                : labelled(EntityKind.USER, "assignee", typed);
    }

    private String agreement(String typed) {
        if (isNone(typed)) {
            return "+t.agreement = " + Labels.none(EntityKind.AGREEMENT);
        }
        values.add(Words.AGREEMENT.meant(typed));
        return "+t.agreement IN (SELECT key FROM " + generation.label() + " WHERE kind = 'agreement' AND sort = ?)";
    }

    private String labelled(EntityKind kind, String column, String typed) {
        values.add(Folding.fold(typed));
        return "t." + column + " IN (SELECT key FROM " + generation.label() + " WHERE kind = '" + kind.code()
                + "' AND instr(sort, ?) > 0)";
    }

    private String tag(String typed) {
        values.add(Folding.fold(typed));
        return "t.rowkey IN (SELECT ticket FROM " + generation.tag() + " WHERE tag = ?)";
    }

    private static boolean isNone(String typed) {
        return Folding.fold(typed).equals("none");
    }
}
