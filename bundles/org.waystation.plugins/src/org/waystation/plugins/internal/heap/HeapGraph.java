package org.waystation.plugins.internal.heap;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects and their strong references, as numbers; a million objects take some fifty megabytes. */
final class HeapGraph {

    private static final Set<String> NOT_HOLDING =
            Set.of("java.lang.ref.WeakReference", "java.lang.ref.PhantomReference", "java.lang.ref.FinalReference");

    private final HeapFile file;
    private final Set<Long> weakTypes = new HashSet<>();
    private final Map<Long, String> roots = new HashMap<>();
    private final Numbers ids = new Numbers();
    private final Numbers starts = new Numbers();
    private final Numbers targets = new Numbers();
    private long[] sortedIds = {};
    private int[] order = {};

    HeapGraph(HeapFile file) {
        this.file = file;
    }

    void load() throws IOException {
        file.visit(new HeapVisitor() {
            @Override
            public void root(String kind, long id) {
                roots.putIfAbsent(id, kind);
            }
        });
        file.types().values().stream().filter(this::isWeak).forEach(t -> weakTypes.add(t.id()));
        file.visit(new HeapVisitor() {
            @Override
            public void type(HeapType type) {
                begin(type.id());
                target(type.superId());
                target(type.loaderId());
                type.statics().forEach(s -> target(s.value()));
            }

            @Override
            public void object(long id, long typeId, References references) {
                begin(id);
                target(typeId);
                boolean weak = weakTypes.contains(typeId);
                references.each((to, name) -> {
                    if (!weak || !name.equals("referent")) {
                        target(to);
                    }
                });
            }
        });
        starts.add(targets.size());
        index();
    }

    private boolean isWeak(HeapType type) {
        for (HeapType t = type; t != null; t = file.types().get(t.superId())) {
            if (NOT_HOLDING.contains(t.name())) {
                return true;
            }
        }
        return false;
    }

    private void begin(long id) {
        ids.add(id);
        starts.add(targets.size());
    }

    private void target(long id) {
        if (id != 0) {
            targets.add(id);
        }
    }

    private void index() {
        Integer[] byId = new Integer[ids.size()];
        Arrays.setAll(byId, i -> i);
        Arrays.sort(byId, (a, b) -> Long.compare(ids.get(a), ids.get(b)));
        order = Arrays.stream(byId).mapToInt(Integer::intValue).toArray();
        sortedIds = Arrays.stream(order).mapToLong(ids::get).toArray();
    }

    private int indexOf(long id) {
        int found = Arrays.binarySearch(sortedIds, id);
        return found < 0 ? -1 : order[found];
    }

    /** The shortest chain from a root to one of the targets; empty where none is reachable. */
    List<Long> path(Set<Long> wanted) {
        int[] parents = new int[ids.size()];
        Arrays.fill(parents, -2);
        Deque<Integer> open = new ArrayDeque<>();
        for (long root : roots.keySet()) {
            int index = indexOf(root);
            if (index >= 0 && parents[index] == -2) {
                parents[index] = -1;
                open.add(index);
            }
        }
        while (!open.isEmpty()) {
            int at = open.remove();
            if (wanted.contains(ids.get(at))) {
                return chain(at, parents);
            }
            for (long i = starts.get(at); i < starts.get(at + 1); i++) {
                int next = indexOf(targets.get((int) i));
                if (next >= 0 && parents[next] == -2) {
                    parents[next] = at;
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private List<Long> chain(int end, int[] parents) {
        List<Long> chain = new ArrayList<>();
        for (int at = end; at >= 0; at = parents[at]) {
            chain.add(ids.get(at));
        }
        Collections.reverse(chain);
        return chain;
    }

    /** What kind of root it is. */
    String root(long id) {
        return roots.getOrDefault(id, "root");
    }

    /** A growing list of numbers without boxes. */
    private static final class Numbers {

        private long[] values = new long[1 << 16];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long get(int index) {
            return values[index];
        }

        int size() {
            return size;
        }
    }
}
