package org.waystation.server.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * One page of the feed.
 *
 * @param next where the next page begins
 * @param more whether another page waits
 * @param brought what did not change and belongs to tickets that may have come into the selection
 */
public record ChangesPage(Cursor next, boolean more, List<Change> changes, List<Change> brought) {

    public ChangesPage {
        changes = List.copyOf(changes);
        brought = List.copyOf(brought);
    }

    /** As on the wire. */
    public void write(OutputStream out) throws IOException {
        Change.ascii(
                out,
                "{\"epoch\":\"" + next.epoch() + "\",\"cursor\":\"" + next.encode() + "\",\"more\":" + more
                        + ",\"changes\":");
        write(out, changes);
        if (!brought.isEmpty()) {
            Change.ascii(out, ",\"brought\":");
            write(out, brought);
        }
        out.write('}');
    }

    private static void write(OutputStream out, List<Change> changes) throws IOException {
        char before = '[';
        for (Change change : changes) {
            out.write(before);
            change.write(out);
            before = ',';
        }
        Change.ascii(out, changes.isEmpty() ? "[]" : "]");
    }
}
