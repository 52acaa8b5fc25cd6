package org.waystation.store.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows around what is on screen, in pages; those not looked at for longest go first. */
final class RowWindow<T> {

    static final int PAGE = 64;
    private static final int PAGES_KEPT = 32;

    private final Map<Integer, List<@Nullable T>> pages = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<@Nullable T>> eldest) {
            return size() > PAGES_KEPT;
        }
    };

    static int pageOf(int index) {
        return index / PAGE;
    }

    boolean holds(int page) {
        return pages.containsKey(page);
    }

    @Nullable
    T get(int index) {
        List<@Nullable T> page = pages.get(pageOf(index));
        int within = index % PAGE;
        return page == null || within >= page.size() ? null : page.get(within);
    }

    void put(int page, List<@Nullable T> rows) {
        pages.put(page, rows);
    }

    /** Puts rows that begin at position 0. */
    void putFirst(List<T> rows) {
        for (int from = 0; from < rows.size(); from += PAGE) {
            put(pageOf(from), new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + PAGE))));
        }
    }

    /** The pages looked at last, at most so many. */
    List<Integer> latest(int count) {
        List<Integer> all = new ArrayList<>(pages.keySet());
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    void replaceAll(Map<Integer, List<@Nullable T>> fresh) {
        pages.clear();
        pages.putAll(fresh);
    }
}
