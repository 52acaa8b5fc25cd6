package org.waystation.plugins.internal.heap;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says who holds an object. */
public final class HolderSearch {

    private HolderSearch() {}

    /**
     * Who holds what the references of a type point at.
     *
     * @param mark a kind of weak reference
     * @return the chain of references, one a line, from the root down
     */
    public static String holderOfReferent(Class<?> mark) throws IOException {
        Path folder = Files.createTempDirectory("waystation-heap");
        Path dump = folder.resolve("heap.hprof");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
            return search(dump, mark.getName());
        } finally {
            Files.deleteIfExists(dump);
            Files.delete(folder);
        }
    }

    private static String search(Path dump, String mark) throws IOException {
        HeapFile file = new HeapFile(dump);
        HeapGraph graph = new HeapGraph(file);
        graph.load();
        List<Long> path = graph.path(referents(file, mark));
        if (path.isEmpty()) {
            return "Nothing holds it any more, and the virtual machine has not collected it yet.";
        }
        return describe(file, graph, path);
    }

    private static Set<Long> referents(HeapFile file, String mark) throws IOException {
        Set<Long> referents = new HashSet<>();
        file.visit(new HeapVisitor() {
            @Override
            public void object(long id, long typeId, References references) {
                HeapType type = file.types().get(typeId);
                if (type != null && type.name().equals(mark)) {
                    references.each((to, name) -> {
                        if (name.equals("referent")) {
                            referents.add(to);
                        }
                    });
                }
            }
        });
        referents.remove(0L);
        return referents;
    }

    private static String describe(HeapFile file, HeapGraph graph, List<Long> path) throws IOException {
        Map<Long, String> steps = new HashMap<>();
        Map<Long, Long> next = new HashMap<>();
        for (int i = 0; i + 1 < path.size(); i++) {
            next.put(path.get(i), path.get(i + 1));
        }
        file.visit(new HeapVisitor() {
            @Override
            public void type(HeapType type) {
                if (path.contains(type.id())) {
                    steps.put(type.id(), step(type, next.getOrDefault(type.id(), 0L)));
                }
            }

            @Override
            public void object(long id, long typeId, References references) {
                if (path.contains(id)) {
                    HeapType type = file.types().get(typeId);
                    String name = type == null ? "?" : type.name();
                    steps.put(id, name);
                    references.each((to, field) -> {
                        if (to == next.getOrDefault(id, 0L)) {
                            steps.put(id, name + (field.startsWith("[") ? field : "." + field));
                        }
                    });
                }
            }
        });
        StringBuilder text = new StringBuilder(graph.root(path.get(0)));
        path.forEach(id -> text.append("\n  ").append(steps.getOrDefault(id, "?")));
        return text.toString();
    }

    private static String step(HeapType type, long next) {
        return type.statics().stream()
                .filter(s -> s.value() == next)
                .map(s -> "static " + type.name() + "." + s.name())
                .findFirst()
                .orElse("class " + type.name());
    }
}
