package org.waystation.server.sample;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.record.EntityKind;
import org.waystation.server.cli.UsageException;
import org.waystation.server.database.ServerMeta;
import org.waystation.server.file.Blobs;

/**
 * Fills an empty database. All happens in one transaction: a load that breaks off leaves nothing, and PostgreSQL need
 * not log rows of a table that was emptied in the same transaction. Indexes are made after the rows, which is several
 * times faster than growing them.
 */
public final class SampleLoader {

    private static final Logger LOG = LoggerFactory.getLogger(SampleLoader.class);

    private final SamplePlan plan;

    public SampleLoader(SamplePlan plan) {
        this.plan = plan;
    }

    /**
     * Loads unless the same data is there already.
     *
     * @throws UsageException if the database holds something else
     */
    public void loadOnce(Connection connection, ServerMeta meta) throws SQLException, IOException, UsageException {
        Optional<String> there = meta.sample();
        if (there.isPresent() && there.get().equals(plan.label())) {
            LOG.atInfo().addKeyValue("sample", plan.label()).log("sample data is there already");
        } else if (there.isPresent() || !isEmpty(connection)) {
            throw new UsageException("The database holds "
                    + there.map(name -> "the sample data " + name).orElse("other data") + ", not " + plan.label()
                    + "; choose another one.");
        } else {
            load(connection);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select not exists (select from record)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void load(Connection connection) throws SQLException, IOException {
        Instant start = Instant.now();
        SampleGenerator generator = new SampleGenerator(plan, Optional.of(MachineFacts.read()));
        connection.setAutoCommit(false);
        try {
            List<String> indexes = dropIndexes(connection);
            Map<EntityKind, Long> counts;
            Map<String, byte[]> files;
            try (RecordCopy copy = new RecordCopy(connection)) {
                counts = generator.generate(copy);
                files = copy.files();
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Blobs.store(connection, file.getKey(), file.getValue(), "text/plain");
            }
            for (String index : indexes) {
                execute(connection, index);
            }
            finish(connection, counts, generator.lastNumber());
            connection.commit();
            LOG.atInfo()
                    .addKeyValue("sample", plan.label())
                    .addKeyValue(
                            "records",
                            counts.values().stream().mapToLong(Long::longValue).sum())
                    .addKeyValue(
                            "seconds", Duration.between(start, Instant.now()).toSeconds())
                    .log("sample data loaded");
        } catch (SQLException | IOException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        execute(connection, "analyze record");
    }

    private static List<String> dropIndexes(Connection connection) throws SQLException {
        List<String> definitions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select indexname, indexdef from pg_indexes where tablename = 'record' order by indexname")) {
            while (rows.next()) {
                names.add(rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        for (String name : names) {
            execute(connection, "drop index " + name);
        }
        return definitions;
    }

    private void finish(Connection connection, Map<EntityKind, Long> counts, long lastNumber) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update record_count set live = ? where kind = ?")) {
            for (Map.Entry<EntityKind, Long> count : counts.entrySet()) {
                statement.setLong(1, count.getValue());
                statement.setString(2, count.getKey().code());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement("update feed_head set seq = ?")) {
            statement.setLong(
                    1, counts.values().stream().mapToLong(Long::longValue).sum());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("select setval('ticket_number', ?)")) {
            statement.setLong(1, lastNumber);
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement("update server_meta set sample = ?")) {
            statement.setString(1, plan.label());
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
