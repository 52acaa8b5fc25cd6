package org.waystation.server.sample;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.waystation.api.record.EntityKind;

/**
 * Writes records into the emptied table with COPY in its binary form (PostgreSQL documentation, COPY, "Binary Format"),
 * which needs no escaping and no parsing of texts.
 */
final class RecordCopy implements SampleSink, AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int BUFFER = 1 << 18;
    private static final int COLUMNS = 6;
    private static final int UUID_BYTES = 16;
    private static final int JSONB_VERSION = 1;
    private static final int NULL = -1;

    private final DataOutputStream out;
    private final Map<EntityKind, byte[]> kinds = new HashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private long seq;

    RecordCopy(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate record");
        }
        // Frozen rows need no vacuum afterwards; allowed since the table was emptied in this transaction.
        out = new DataOutputStream(new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy record (id, kind, company_id, version, seq, data) from stdin (format binary, freeze)",
                BUFFER));
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    @Override
    public void accept(EntityKind kind, UUID id, Optional<UUID> companyId, byte[] json, int length) {
        try {
            out.writeShort(COLUMNS);
            writeUuid(id);
            byte[] name = kinds.computeIfAbsent(kind, k -> k.code().getBytes(StandardCharsets.UTF_8));
            out.writeInt(name.length);
            out.write(name);
            if (companyId.isPresent()) {
                writeUuid(companyId.get());
            } else {
                out.writeInt(NULL);
            }
            writeLong(1);
            writeLong(++seq);
            out.writeInt(length + 1);
            out.writeByte(JSONB_VERSION);
            out.write(json, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeUuid(UUID id) throws IOException {
        out.writeInt(UUID_BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private void writeLong(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    @Override
    public void file(String sha256, byte[] content) {
        files.put(sha256, content);
    }

    /** The contents of the attached files, by their SHA-256. */
    Map<String, byte[]> files() {
        return files;
    }

    /** Ends the copy. A copy that broke off fails here, and with it the transaction. */
    @Override
    public void close() throws IOException {
        out.writeShort(-1);
        out.close();
    }
}
