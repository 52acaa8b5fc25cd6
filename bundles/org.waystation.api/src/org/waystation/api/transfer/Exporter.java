package org.waystation.api.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Writes records to a file; published as a service. The shell asks for the file and puts it in place once it is whole. */
@ConsumerType
public interface Exporter {

    /** What comes out, such as "Ticket as Markdown". */
    String name();

    /** Of which kinds it can write records. */
    Set<EntityKind> kinds();

    /** Ending of the file's name without the dot, such as {@code md}. */
    String extension();

    /** Writes the records; called on a worker thread, which is interrupted when the technician cancels. */
    void write(List<RecordRef> records, OutputStream out) throws IOException;
}
