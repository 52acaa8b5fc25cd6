package org.waystation.shell.internal.editors;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.frame.RecordTitles;

/** Titles of records of every kind that somebody knows the titles of; who knows them comes and goes with plug-ins. */
@Component(service = Titles.class)
public final class Titles {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final SafeCaller safe;

    private final Map<RecordTitles, EntityKind> sources = new ConcurrentHashMap<>();

    @Activate
    public Titles(@Reference SafeCaller safe) {
        this.safe = safe;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(RecordTitles source) {
        safe.here(source, "the kind it knows titles of", source::kind).ifPresent(kind -> sources.put(source, kind));
    }

    void remove(RecordTitles source) {
        sources.remove(source);
    }

    /** To be called on a worker thread. */
    public Optional<String> title(RecordRef record) {
        return sources.entrySet().stream()
                .filter(source -> source.getValue().equals(record.kind()))
                .flatMap(source -> ask(source.getKey(), record).stream())
                .findFirst();
    }

    private Optional<String> ask(RecordTitles source, RecordRef record) {
        return safe.call(source, "the title of a record", DEADLINE, () -> source.title(record.id()))
                .exceptionally(failure -> Optional.empty())
                .toCompletableFuture()
                .join();
    }
}
