package org.waystation.api.transfer;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes records from a file; published as a service. It makes them through the services it asks for, and so needs their
 * capabilities.
 */
@ConsumerType
public interface Importer {

    /** What comes in, such as "Tickets from a spreadsheet (CSV)". */
    String name();

    /** Ending of the names of files it reads, without the dot, such as {@code csv}. */
    String extension();

    /**
     * Reads a file; called on a worker thread, which is interrupted when the technician cancels.
     *
     * @return what came of it, with a line for each entry that was left out
     * @throws IOException where the file as a whole cannot be read, naming what is wrong with it
     */
    ImportResult read(InputStream in) throws IOException;
}
