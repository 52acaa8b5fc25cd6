package org.waystation.shell.internal.editors;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.frame.RecordTitles;

/** Titles of records of every kind that somebody knows the titles of. */
@Component(service = Titles.class)
public final class Titles {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<RecordTitles> sources = new CopyOnWriteArrayList<>();

    @Activate
    public Titles() {
        // The sources come and go with their plug-ins.
    }

    /** To be called on a worker thread. */
    public Optional<String> title(RecordRef record) {
        return sources.stream()
                .filter(source -> source.kind().equals(record.kind()))
                .flatMap(source -> source.title(record.id()).stream())
                .findFirst();
    }
}
