package org.waystation.server.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Lists of words from a text resource: a line {@code = name} begins a list, each further line is an entry. */
final class Pools {

    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    Pools(String resource) {
        List<String> list = new ArrayList<>();
        for (String line : lines(resource)) {
            if (line.startsWith("= ")) {
                list = new ArrayList<>();
                lists.put(line.substring(2), list);
            } else if (!line.isBlank()) {
                list.add(line);
            }
        }
    }

    List<String> list(String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }

    String pick(String name, SplittableRandom random) {
        List<String> list = list(name);
        return list.get(random.nextInt(list.size()));
    }

    /** The lines of a resource beside this class. */
    static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Pools.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
