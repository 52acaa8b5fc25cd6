package org.waystation.shell.internal.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.transfer.Exporter;
import org.waystation.api.transfer.ImportResult;
import org.waystation.api.transfer.Importer;

/** The importers and exporters that plug-ins publish, and the safe way to run them. */
@Component(service = Transfers.class)
public final class Transfers {

    /** Large files take their time; who needs longer hangs. */
    private static final Duration DEADLINE = Duration.ofMinutes(30);

    private final SafeCaller safe;
    private final Map<Exporter, Way> exporters = new ConcurrentHashMap<>();
    private final Map<Importer, Way> importers = new ConcurrentHashMap<>();

    /** What an importer or exporter said of itself when it came. */
    record Way(String name, String extension, Set<EntityKind> kinds) {

        Way {
            extension = extension.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            kinds = Set.copyOf(kinds);
        }
    }

    /** One way to bring records out. */
    record Out(Way way, Exporter exporter) {}

    /** One way to bring records in. */
    record In(Way way, Importer importer) {}

    @Activate
    public Transfers(@Reference SafeCaller safe) {
        this.safe = safe;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addExporter(Exporter exporter) {
        safe.here(
                        exporter,
                        "the name of its exporter",
                        () -> new Way(exporter.name(), exporter.extension(), exporter.kinds()))
                .ifPresent(way -> exporters.put(exporter, way));
    }

    void removeExporter(Exporter exporter) {
        exporters.remove(exporter);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addImporter(Importer importer) {
        safe.here(importer, "the name of its importer", () -> new Way(importer.name(), importer.extension(), Set.of()))
                .ifPresent(way -> importers.put(importer, way));
    }

    void removeImporter(Importer importer) {
        importers.remove(importer);
    }

    /** The ways out for a kind of record, by name. */
    List<Out> out(EntityKind kind) {
        return exporters.entrySet().stream()
                .filter(each -> each.getValue().kinds().contains(kind))
                .map(each -> new Out(each.getValue(), each.getKey()))
                .sorted(Comparator.comparing(out -> out.way().name()))
                .toList();
    }

    /** The ways in, by name. */
    List<In> in() {
        return importers.entrySet().stream()
                .map(each -> new In(each.getValue(), each.getKey()))
                .sorted(Comparator.comparing(in -> in.way().name()))
                .toList();
    }

    /** Writes beside the file first, so that what stands under its name is whole. */
    CompletionStage<Path> write(Out out, List<RecordRef> records, Path file) {
        return safe.call(out.exporter(), "export “" + out.way().name() + "”", DEADLINE, () -> {
            Path beside = Files.createTempFile(
                    file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
            try {
                try (OutputStream stream = Files.newOutputStream(beside)) {
                    out.exporter().write(records, stream);
                }
                return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(beside);
                throw e;
            }
        });
    }

    CompletionStage<ImportResult> read(In in, Path file) {
        return safe.call(in.importer(), "import “" + in.way().name() + "”", DEADLINE, () -> {
            try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
                return in.importer().read(stream);
            }
        });
    }
}
