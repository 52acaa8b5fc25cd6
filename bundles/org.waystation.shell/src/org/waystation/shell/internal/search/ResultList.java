package org.waystation.shell.internal.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;

/**
 * The rows of the sheet and which of them is selected. The selection stays on its result when others come; until it
 * was moved by hand, it is the first.
 */
final class ResultList {

    /** Results of a group that the tab of all shows. */
    static final int FEW = 6;

    private List<Row> rows = List.of();
    private int selected = -1;
    private boolean moved;

    /** A line of the list. */
    sealed interface Row {

        /** The name of a group and how many there are. */
        record Heading(String group, String count, boolean late) implements Row {}

        /** One result. */
        record Hit(String group, SearchHit hit) implements Row {}

        /** Leads to the tab of the group. */
        record More(String group) implements Row {}
    }

    /** @param all all groups are shown, with a few results each */
    void show(List<ResultGroup> groups, boolean all) {
        show(groups, all, all ? FEW : Integer.MAX_VALUE);
    }

    /** All results of one group, below its name. */
    void show(ResultGroup group) {
        show(List.of(group), true, Integer.MAX_VALUE);
    }

    private void show(List<ResultGroup> groups, boolean all, int most) {
        Optional<Row> before = selected();
        List<Row> next = new ArrayList<>();
        Set<RecordRef> seen = new HashSet<>();
        for (ResultGroup group : groups) {
            group.hits().stream()
                    .filter(hit -> hit.exact() && isNew(hit, seen))
                    .forEach(hit -> next.add(new Row.Hit(group.name(), hit)));
        }
        for (ResultGroup each : groups) {
            ResultGroup group = each.without(hit -> hit.exact() || !isNew(hit, seen));
            if (group.hits().isEmpty()) {
                continue;
            }
            if (all || group.late()) {
                String count = group.hits().size() + (group.more() ? "+" : "");
                next.add(new Row.Heading(group.name(), count, group.late()));
            }
            group.hits().stream().limit(most).forEach(hit -> next.add(new Row.Hit(group.name(), hit)));
            if (group.hits().size() > most) {
                next.add(new Row.More(group.name()));
            }
        }
        rows = List.copyOf(next);
        selected = moved ? before.map(this::find).orElse(-1) : -1;
        if (selected < 0) {
            moved = false;
            selected = next(-1, 1);
        }
    }

    /** A record is shown once, where it comes first: that is, with those worked on lately. */
    private static boolean isNew(SearchHit hit, Set<RecordRef> seen) {
        return hit.record().isEmpty() || seen.add(hit.record().get());
    }

    void clear() {
        rows = List.of();
        selected = -1;
        moved = false;
    }

    /** The text changed: whatever comes next starts with its first result selected. */
    void forgetSelection() {
        moved = false;
    }

    List<Row> rows() {
        return rows;
    }

    int selectedIndex() {
        return selected;
    }

    Optional<Row> selected() {
        return selected < 0 || selected >= rows.size() ? Optional.empty() : Optional.of(rows.get(selected));
    }

    /** Moves by so many results, passing over headings and stopping at the ends. */
    void move(int by) {
        int step = Integer.signum(by);
        for (int i = 0; i < Math.abs(by); i++) {
            int to = next(selected, step);
            if (to < 0) {
                break;
            }
            selected = to;
            moved = true;
        }
    }

    void select(int index) {
        if (index >= 0 && index < rows.size() && !(rows.get(index) instanceof Row.Heading)) {
            selected = index;
            moved = true;
        }
    }

    private int next(int from, int step) {
        for (int i = from + step; i >= 0 && i < rows.size(); i += step) {
            if (!(rows.get(i) instanceof Row.Heading)) {
                return i;
            }
        }
        return -1;
    }

    private int find(Row wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (key(rows.get(i)).equals(key(wanted))) {
                return i;
            }
        }
        return -1;
    }

    private static String key(Row row) {
        return switch (row) {
            case Row.Heading heading -> "heading " + heading.group();
            case Row.Hit hit -> "hit " + hit.group() + " " + hit.hit().id();
            case Row.More more -> "more " + more.group();
        };
    }
}
