package org.waystation.plugins.internal.safe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plug-ins that are to be quarantined, written down before it is tried: where one holds the program so that it cannot be
 * done now, it is done at the next start.
 */
public final class Condemned {

    private final Path file;

    public Condemned(Path file) {
        this.file = file;
    }

    /** Reasons by id. */
    public synchronized Map<String, String> all() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    all.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        }
        return all;
    }

    public synchronized void add(String id, String reason) throws IOException {
        Map<String, String> all = all();
        all.put(id, reason.replaceAll("\\s+", " "));
        write(all);
    }

    /** It is quarantined, or gone. */
    public synchronized void done(String id) throws IOException {
        Map<String, String> all = all();
        if (all.remove(id) != null) {
            write(all);
        }
    }

    private void write(Map<String, String> all) throws IOException {
        if (all.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.writeString(
                file,
                all.entrySet().stream()
                        .map(each -> each.getKey() + '\t' + each.getValue() + '\n')
                        .collect(Collectors.joining()));
    }
}
