package org.waystation.store.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;
import org.sqlite.mc.SQLiteMCChacha20Config;

/**
 * Opens connections to an encrypted database file. The cipher is ChaCha20 with a Poly1305 tag on each page (RFC 8439):
 * what was altered is noticed, and it is fast without help of the processor.
 */
final class CipherFile {

    /** Steps of SQLite's virtual machine, a few milliseconds, between looks at whether the caller still wants it. */
    private static final int STEPS_BETWEEN_CHECKS = 100_000;

    /** The journal is taken into the file once it has so many pages of 4096 bytes. */
    static final int JOURNAL_PAGES = 4_000;

    /**
     * Of two files that are opened at once, first in a process, one may be written in a way in which nobody can read it
     * later: the cipher's settings are not safe there
     * (https://github.com/utelle/SQLite3MultipleCiphers/issues/228 is one of the places).
     */
    private static final Object OPENING = new Object();

    private final Path file;

    CipherFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** Opens for the one writer. */
    Session openWriter(byte[] key) throws SQLException {
        Session session = open(key);
        try {
            session.execute("PRAGMA journal_mode = WAL");
            session.execute("PRAGMA cache_size = -32768"); // 32 MiB
            session.execute("PRAGMA secure_delete = FAST"); // a key that was forgotten leaves no trace in its page
            session.execute("PRAGMA wal_autocheckpoint = " + JOURNAL_PAGES);
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** Opens for reading only. */
    Session openReader(byte[] key) throws SQLException {
        Session session = open(key);
        try {
            session.execute("PRAGMA query_only = ON");
            session.execute("PRAGMA cache_size = -49152"); // 48 MiB, which the narrow rows of a million tickets fit in
            ProgressHandler.setHandler(session.connection(), STEPS_BETWEEN_CHECKS, new EndWhenInterrupted());
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    private Session open(byte[] key) throws SQLException {
        Session session = new Session(connect(key));
        try {
            // Sorting and temporary indexes would go to an unencrypted file otherwise.
            session.execute("PRAGMA temp_store = MEMORY");
            session.execute("PRAGMA busy_timeout = 5000");
            session.execute("PRAGMA trusted_schema = OFF");
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    private Connection connect(byte[] key) throws SQLException {
        synchronized (OPENING) {
            return new SQLiteMCChacha20Config().withRawUnsaltedKey(key).build().createConnection("jdbc:sqlite:" + file);
        }
    }

    /** Ends a statement whose thread was interrupted; SQLite calls this on the thread that runs the statement. */
    private static final class EndWhenInterrupted extends ProgressHandler {

        @Override
        protected int progress() {
            return Thread.currentThread().isInterrupted() ? 1 : 0;
        }
    }
}
