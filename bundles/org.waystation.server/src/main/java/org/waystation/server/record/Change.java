package org.waystation.server.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A record as it now is, or that it is gone. What the database made of it goes to the wire as it came, in UTF-8: making texts of
 * it and bytes again was most of the time of a page.
 *
 * @param data as JSON
 * @param actions what the reader may do with it, as JSON
 * @param wanted whether it is in the reader's selection; what is not may have been until now
 */
record Change(
        String kind, UUID id, long version, long seq, boolean deleted, byte[] data, byte[] actions, boolean wanted) {

    static Change read(ResultSet rows) throws SQLException {
        return new Change(
                rows.getString(1),
                rows.getObject(2, UUID.class),
                rows.getLong(3),
                rows.getLong(4),
                rows.getBoolean(5),
                rows.getBytes(6),
                rows.getBytes(7),
                rows.getBoolean(8));
    }

    boolean isThere() {
        return wanted && !deleted;
    }

    void write(OutputStream out) throws IOException {
        String begin = "{\"kind\":\"" + kind + "\",\"id\":\"" + id + "\"";
        if (isThere()) {
            ascii(out, begin + ",\"version\":" + version + ",\"seq\":" + seq + ",\"actions\":");
            out.write(actions);
            ascii(out, ",\"data\":");
            out.write(data);
            out.write('}');
        } else {
            ascii(out, begin + ",\"seq\":" + seq + ",\"" + (deleted ? "deleted" : "left") + "\":true}");
        }
    }

    /** Names of kinds, ids and cursors need no escapes. */
    static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
