package org.waystation.samples.exporter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.transfer.Exporter;

/** Writes a line for each record. */
@Component
public final class RecordCards implements Exporter {

    @Override
    public String name() {
        return "Record cards (CSV)";
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public void write(List<RecordRef> records, OutputStream out) throws IOException {
        for (RecordRef record : records) {
            out.write((record.kind() + "," + record.id() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
