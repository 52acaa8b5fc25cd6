package org.waystation.server.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.waystation.server.record.Json;

/** How fast a snapshot comes, against the same rows straight out of the same database by COPY. */
final class Throughput {

    private static final int ROUNDS = 3;
    private static final double GOAL = 0.5;

    private final Stand stand;

    Throughput(Stand stand) {
        this.stand = stand;
    }

    ObjectNode measure() throws Exception {
        double copy = 0;
        double snapshot = 0;
        try (Client.Shared http = new Client.Shared()) {
            Client client = new Client(http, stand.url(), stand.tokens().getFirst());
            // By turns, and the best of each: what disturbs one round does not count.
            for (int i = 0; i < ROUNDS; i++) {
                copy = Math.max(copy, copy());
                snapshot = Math.max(snapshot, read(client, "identity").rate());
            }
            Read gzip = read(client, "gzip");
            Read zstd = read(client, "zstd");
            ObjectNode result = Json.object().put("bench", "server.throughput");
            result.put("records", gzip.records())
                    .put("copyRecordsPerSecond", Math.round(copy))
                    .put("snapshotRecordsPerSecond", Math.round(snapshot))
                    .put("shareOfCopy", Math.round(snapshot / copy * 100) / 100.0)
                    .put("goalShareOfCopy", GOAL)
                    .put("gzipRecordsPerSecond", Math.round(gzip.rate()))
                    .put("gzipMegabytes", gzip.bytes() >> 20)
                    .put("zstdRecordsPerSecond", Math.round(zstd.rate()))
                    .put("zstdMegabytes", zstd.bytes() >> 20);
            return result.put("met", snapshot / copy >= GOAL);
        }
    }

    /** Records a second. */
    private double copy() throws SQLException, IOException {
        try (Connection connection = stand.owner()) {
            long began = System.nanoTime();
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy record (kind, id, company_id, version, seq, deleted_at, data) to stdout",
                            OutputStream.nullOutputStream());
            return rows / ((System.nanoTime() - began) / 1e9);
        }
    }

    private record Read(long records, long bytes, double seconds) {
        double rate() {
            return records / seconds;
        }
    }

    /** All of the stream; what is packed is not unpacked, which would be the client's time. */
    private Read read(Client client, String encoding) throws IOException, InterruptedException, SQLException {
        long records = Long.parseLong(stand.ask("select count(*) from record where deleted_at is null")
                .getFirst());
        long began = System.nanoTime();
        long bytes = 0;
        long lines = 0;
        try (InputStream in = client.snapshot(encoding)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (encoding.equals("identity") && lines < records) {
            throw new IllegalStateException("Only " + lines + " lines came");
        }
        return new Read(records, bytes, seconds);
    }
}
