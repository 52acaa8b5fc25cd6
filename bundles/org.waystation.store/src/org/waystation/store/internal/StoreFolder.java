package org.waystation.store.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waystation.store.StoreException;
import org.waystation.store.StoreException.Reason;

/**
 * The files of the database. Damaged ones are moved aside, never deleted, and what was not yet sent is taken over into
 * the new database.
 */
final class StoreFolder {

    private static final Logger LOG = System.getLogger(StoreFolder.class.getName());
    private static final List<String> FILES = List.of("store.db", "store.db-wal", "store.db-shm");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final Schema schema;
    private final StoreNews news;
    private final Faults faults;
    private final CipherFile file;
    private final KeyCheck keyCheck;
    private final Path damagedMark;

    StoreFolder(Path folder, Schema schema, StoreNews news) {
        this.folder = folder;
        this.schema = schema;
        this.news = news;
        this.faults = new Faults(folder);
        this.file = new CipherFile(folder.resolve(FILES.getFirst()));
        this.keyCheck = new KeyCheck(folder.resolve("key-check"));
        this.damagedMark = folder.resolve("damaged");
    }

    /** Opens the writing connection, with the present format and nothing left over. */
    Session open(byte[] key) throws StoreException {
        try {
            return openChecked(key);
        } catch (StoreException e) {
            news.failed(e);
            throw e;
        } catch (IOException e) {
            StoreException fault = new StoreException(
                    Reason.OTHER,
                    "The folder " + folder + " cannot be used: check the disk and your rights to it. " + e.getMessage(),
                    e);
            news.failed(fault);
            throw fault;
        }
    }

    Session openReader(byte[] key) throws SQLException {
        return file.openReader(key);
    }

    private Session openChecked(byte[] key) throws IOException {
        PrivateFiles.createFolder(folder);
        boolean begun = Files.exists(file.path());
        if (begun && keyCheck.refuses(key)) {
            throw faults.wrongKey();
        }
        if (begun && Files.exists(damagedMark)) {
            return replaceDamaged(key);
        }
        if (!begun) {
            keyCheck.save(key);
        }
        try {
            return openExisting(key);
        } catch (StoreException e) {
            if (e.reason() != Reason.CORRUPT) {
                throw e;
            }
            if (!keyCheck.accepts(key)) {
                throw faults.wrongKey(); // cannot be told from damage, so nothing is moved
            }
            LOG.log(Level.WARNING, "The local data is damaged.", e);
            return replaceDamaged(key);
        }
    }

    private Session openExisting(byte[] key) throws StoreException {
        Session session = null;
        try {
            session = file.openWriter(key);
            schema.migrate(session, faults);
            new OperationTable(session).pending(); // unsent work has to be readable, or it is time to salvage it
            return session;
        } catch (SQLException e) {
            close(session, e);
            throw faults.of(e);
        } catch (StoreException e) {
            close(session, e);
            throw e;
        }
    }

    private Session replaceDamaged(byte[] key) throws IOException {
        Path aside = folder.resolve("damaged-" + LocalDateTime.now().format(STAMP));
        PrivateFiles.createFolder(aside);
        for (String name : FILES) {
            Path from = folder.resolve(name);
            if (Files.exists(from)) {
                Files.move(from, aside.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Session session = openExisting(key);
        int salvaged = new Salvage(new CipherFile(aside.resolve(FILES.getFirst()))).into(session, key);
        Files.deleteIfExists(damagedMark);
        news.setAside(aside, salvaged);
        return session;
    }

    /** Leaves a note for the next start that a page could not be read. */
    void markDamaged() {
        try {
            Files.writeString(damagedMark, "A page of the database could not be read.\n");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The damage could not be noted down; the next start may not notice it.", e);
        }
    }

    private static void close(@Nullable Session session, Exception reason) {
        if (session != null) {
            try {
                session.close();
            } catch (SQLException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
