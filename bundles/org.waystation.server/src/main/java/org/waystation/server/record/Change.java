package org.waystation.server.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A record as it now is, or that it is gone.
 *
 * @param wanted whether it is in the reader's selection; what is not may have been until now
 * @param actions what the reader may do with it, as JSON
 */
record Change(
        String kind, UUID id, long version, long seq, boolean deleted, String data, String actions, boolean wanted) {

    static Change read(ResultSet rows) throws SQLException {
        return new Change(
                rows.getString(1),
                rows.getObject(2, UUID.class),
                rows.getLong(3),
                rows.getLong(4),
                rows.getBoolean(5),
                rows.getString(6),
                rows.getString(7),
                rows.getBoolean(8));
    }

    boolean isThere() {
        return wanted && !deleted;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", kind);
        json.writeStringField("id", id.toString());
        if (isThere()) {
            json.writeNumberField("version", version);
            json.writeNumberField("seq", seq);
            json.writeFieldName("actions");
            json.writeRawValue(actions);
            json.writeFieldName("data");
            json.writeRawValue(data);
        } else {
            json.writeNumberField("seq", seq);
            json.writeBooleanField(deleted ? "deleted" : "left", true);
        }
        json.writeEndObject();
    }
}
