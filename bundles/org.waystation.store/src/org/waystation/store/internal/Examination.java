package org.waystation.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.store.StoreException;
import org.waystation.store.StoreException.Reason;

/** A look at a store's files from outside of the running program. */
public final class Examination {

    /** More of the same helps nobody. */
    private static final int TOLD = 20;

    private final Path folder;
    private final Schema schema = new Schema();
    private final Faults faults;

    public Examination(Path folder) {
        this.folder = folder;
        this.faults = new Faults(folder);
    }

    public List<String> check(byte[] key) throws StoreException {
        Path file = folder.resolve("store.db");
        if (!Files.exists(file)) {
            throw new StoreException(Reason.OTHER, "There is no local data in " + folder + ".", null);
        }
        requireKey(key);
        if (Files.exists(folder.resolve("damaged"))) {
            return List.of("A page could not be read while the program ran.");
        }
        try (Session session = new CipherFile(file).openReader(key)) {
            int found = Schema.found(session);
            if (found > schema.current()) {
                throw faults.newerSchema(found, schema.current());
            }
            return examine(session);
        } catch (SQLException e) {
            return List.of(damage(e));
        }
    }

    private void requireKey(byte[] key) throws StoreException {
        boolean refused;
        try {
            refused = new KeyCheck(folder.resolve("key-check")).refuses(key);
        } catch (IOException e) {
            throw new StoreException(Reason.OTHER, "The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
        if (refused) {
            throw faults.wrongKey();
        }
    }

    private static List<String> examine(Session session) {
        List<String> findings = new ArrayList<>();
        // Every page is read, and so its tag compared; then whether tables and indexes fit together.
        ask(session, "PRAGMA integrity_check(" + TOLD + ")", findings);
        findings.removeIf("ok"::equals);
        try {
            new OperationTable(session).pending();
            Generation generation = new Meta(session).generation();
            session.list(
                    "SELECT kind, id, version, seq, data FROM " + generation.record(),
                    row -> RecordTable.fields(row).version());
            long tickets = count(
                    session,
                    "SELECT count(*) FROM " + generation.record() + " WHERE kind = 'ticket'" + " AND hidden = 0");
            long lines = count(session, "SELECT count(*) FROM " + generation.ticket());
            if (lines > tickets) {
                findings.add("The index of tickets holds " + (lines - tickets) + " that are not there any more.");
            }
        } catch (SQLException e) {
            findings.add(damage(e));
        } catch (StoreException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
        return findings.stream().distinct().limit(TOLD).toList();
    }

    private static long count(Session session, String sql) throws SQLException, StoreException {
        return session.first(sql, row -> row.getLong(1)).orElse(0L);
    }

    private static void ask(Session session, String sql, List<String> findings) {
        try {
            findings.addAll(session.list(sql, row -> row.getString(1)));
        } catch (SQLException e) {
            findings.add(damage(e));
        } catch (StoreException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
    }

    private static String damage(SQLException e) {
        return "A page is damaged: " + e.getMessage();
    }

    public Optional<String> repair(byte[] key) throws StoreException {
        if (check(key).isEmpty()) {
            return Optional.empty();
        }
        AtomicReference<String> told = new AtomicReference<>("");
        StoreNews news = new StoreNews();
        news.bindNotifications(new Notifications() {
            @Override
            public void show(Notification notification) {
                told.set(notification.title() + ". " + notification.detail());
            }

            @Override
            public void settle(String group, String settledKey) {
                told.set("");
            }
        });
        StoreFolder files = new StoreFolder(folder, schema, news);
        files.markDamaged();
        try {
            files.open(key).close();
        } catch (SQLException e) {
            throw faults.of(e);
        }
        return Optional.of(told.get());
    }
}
