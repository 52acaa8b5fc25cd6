package org.waystation.shell.internal.editors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.RecordRef;
import org.waystation.api.settings.Settings;
import org.waystation.shell.internal.files.GenerationFile;
import org.waystation.shell.internal.files.ProfileFiles;
import org.waystation.shell.internal.settings.ShellSettings;

/** The records worked on lately, newest first. Only ids are kept on the disk. */
@Component(service = RecentRecords.class)
public final class RecentRecords {

    static final String FILE = "recent.txt";

    private final ProfileFiles files;
    private final Settings settings;
    private final LinkedHashMap<RecordRef, String> records = new LinkedHashMap<>();

    /** A record and its title as far as it was seen since the start; empty where it was not. */
    public record Recent(RecordRef record, String title) {}

    @Activate
    public RecentRecords(@Reference ProfileFiles files, @Reference Settings settings) {
        this.files = files;
        this.settings = settings;
        files.read(FILE).thenAccept(this::fill);
    }

    /** The technician turned to this record. */
    public void touch(RecordRef record, String title) {
        String text;
        synchronized (records) {
            records.remove(record);
            records.putLast(record, title);
            while (records.size() > settings.amount(ShellSettings.RECENT)) {
                records.pollFirstEntry();
            }
            text = records.keySet().stream()
                    .map(each -> each.kind().code() + " " + each.id() + "\n")
                    .collect(Collectors.joining());
        }
        files.write(FILE, text);
    }

    /** Newest first. */
    public List<Recent> newestFirst() {
        synchronized (records) {
            List<Recent> all = new ArrayList<>();
            records.forEach((record, title) -> all.addFirst(new Recent(record, title)));
            return all;
        }
    }

    private void fill(GenerationFile.Content content) {
        List<RecordRef> read = content.text().stream()
                .flatMap(String::lines)
                .map(line -> line.split(" "))
                .filter(words -> words.length == 2)
                .map(words -> Editors.reference(words[0], words[1]))
                .flatMap(Optional::stream)
                .toList();
        synchronized (records) {
            // What was touched while the file was being read is newer than all of it.
            Map<RecordRef, String> newer = new LinkedHashMap<>(records);
            records.clear();
            read.forEach(record -> records.put(record, ""));
            newer.forEach((record, title) -> {
                records.remove(record);
                records.put(record, title);
            });
        }
    }
}
