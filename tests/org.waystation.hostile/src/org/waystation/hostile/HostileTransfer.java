package org.waystation.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.transfer.Exporter;
import org.waystation.api.transfer.ImportResult;
import org.waystation.api.transfer.Importer;

/** Misbehaves as an importer and an exporter. */
@Component
public final class HostileTransfer implements Importer, Exporter {

    @Override
    public String name() {
        Mood.at("transfer");
        return "Hostile";
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public String extension() {
        return "hostile";
    }

    @Override
    public void write(List<RecordRef> records, OutputStream out) throws IOException {
        Mood.at("export");
        out.write(records.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ImportResult read(InputStream in) throws IOException {
        Mood.at("import");
        return new ImportResult(0, List.of("nothing of " + in.readAllBytes().length + " bytes"));
    }
}
