package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketFilter.Key;
import org.waystation.store.StoreException;

/**
 * A queue's filter as an SQL condition on the ticket table {@code t}. Conditions on columns with few values stand behind
 * a unary plus, which keeps SQLite from using an index on them (https://www.sqlite.org/optoverview.html): going through
 * all tickets in one pass costs less than looking up a third of them one by one.
 */
final class TicketConditions {

    private static final Set<Key> SELECTIVE = Set.of(Key.ASSIGNEE, Key.COMPANY, Key.TAG);

    private static final Leading OPEN = new Leading("t.open = 1", List.of());

    private final Generation generation;
    private final TicketFilter filter;
    private final Optional<SearchText> words;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Conditions that an index leads to, each alone. */
    private final List<Leading> leading = new ArrayList<>();

    private record Leading(String sql, List<@Nullable Object> values) {}

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
        words = SearchText.of(filter.words());
    }

    /**
     * A condition and its values.
     *
     * @param selective whether an index leads to what it holds for
     */
    record Term(String sql, List<Object> values, boolean selective) {}

    private TicketConditions(TicketConditions other, Optional<SearchText> words) {
        this.generation = other.generation;
        this.filter = other.filter;
        this.words = words;
        this.conditions.addAll(other.conditions);
        this.values.addAll(other.values);
        this.leading.addAll(other.leading);
    }

    /** What holds for both. */
    TicketConditions and(Term more) {
        TicketConditions both = new TicketConditions(this, words);
        both.conditions.add(more.sql());
        both.values.addAll(more.values());
        if (more.selective()) {
            both.leading.add(new Leading(more.sql(), List.copyOf(more.values())));
        }
        return both;
    }

    /** True for every ticket. */
    boolean isEmpty() {
        return conditions.isEmpty() && words.isEmpty();
    }

    /** What the text has to match, as the index of words finds it. */
    Optional<SearchText> words() {
        return words;
    }

    /** What holds for both but the words. */
    TicketConditions withoutWords() {
        return new TicketConditions(this, Optional.empty());
    }

    /** Whether only open tickets are meant, which one small index holds with all that is asked of them. */
    boolean onlyOpen() {
        List<String> statuses = filter.values(Key.STATUS);
        return statuses.size() == 1 && isOpen(statuses.getFirst());
    }

    /**
     * Whether an index leads to few tickets, of which all that match are. Counts no further than that, since a company's
     * name may be a part of all companies' names, and one technician may have most of the tickets.
     *
     * @param most so many are few
     */
    boolean leadsToFew(Session session, int most) throws SQLException, StoreException {
        if (onlyOpen() && isFew(session, " INDEXED BY " + TicketProjection.openIndex(generation), OPEN, most)) {
            return true;
        }
        for (Leading each : leading) {
            if (isFew(session, "", each, most)) {
                return true;
            }
        }
        return false;
    }

    /** The only values that a column may have; empty where it may have any. */
    List<Object> only(TicketColumn column) {
        return switch (column) {
            case STATUS -> only(Key.STATUS, Words.STATUS);
            case PRIORITY -> only(Key.PRIORITY, Words.PRIORITY);
            case ORIGIN -> only(Key.ORIGIN, Words.ORIGIN);
            default -> List.of();
        };
    }

    private List<Object> only(Key key, Words words) {
        List<String> typed = filter.values(key);
        return typed.stream().anyMatch(TicketConditions::isOpen)
                ? List.of()
                : typed.stream().<Object>map(words::meant).toList();
    }

    private boolean isFew(Session session, String index, Leading condition, int most)
            throws SQLException, StoreException {
        return session.first(
                        "SELECT count(*) FROM (SELECT 1 FROM " + generation.ticket() + " AS t" + index + " WHERE "
                                + condition.sql() + " LIMIT " + (most + 1) + ")",
                        row -> row.getInt(1) <= most,
                        condition.values().toArray())
                .orElse(true);
    }

    /** The keys of the tickets whose text matches. */
    String matching() {
        return "SELECT rowid AS k FROM " + generation.text() + " WHERE words MATCH ?";
    }

    String sql() {
        List<String> all = new ArrayList<>(conditions);
        words.ifPresent(text -> all.add("t.rowkey IN (" + matching() + ")"));
        return all.isEmpty() ? "1" : String.join(" AND ", all);
    }

    @Nullable
    Object[] values() {
        List<@Nullable Object> all = new ArrayList<>(values);
        words.map(SearchText::expression).ifPresent(all::add);
        return all.toArray();
    }

    private void anyOf(Key key, Function<String, String> condition) {
        int before = values.size();
        List<String> alternatives = filter.values(key).stream().map(condition).toList();
        if (alternatives.isEmpty()) {
            return;
        }
        String any = alternatives.size() == 1 ? alternatives.getFirst() : "(" + String.join(" OR ", alternatives) + ")";
        conditions.add(any);
        if (SELECTIVE.contains(key)) {
            leading.add(new Leading(any, new ArrayList<>(values.subList(before, values.size()))));
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
