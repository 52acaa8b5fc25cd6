package org.waystation.store.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.waystation.store.StoreException;
import org.waystation.store.StoreException.Reason;

/** Says in the technician's words what the database reported. */
final class Faults {

    static final String CORRUPT_MESSAGE =
            "The local data is damaged. Restart Waystation: the damaged files are set aside, changes that were not yet "
                    + "sent are taken over as far as they can be read, and the rest is fetched from the server again.";

    private final Path folder;

    Faults(Path folder) {
        this.folder = folder;
    }

    StoreException of(SQLException e) {
        // Extended result codes carry the primary one in their low byte (https://www.sqlite.org/rescode.html).
        int code = e.getErrorCode() & 0xff;
        if (is(code, SQLiteErrorCode.SQLITE_FULL)) {
            return new StoreException(
                    Reason.DISK_FULL,
                    "The disk is full: this was not saved. Free some space on the disk that holds " + folder
                            + " and try again.",
                    e);
        }
        if (is(code, SQLiteErrorCode.SQLITE_CORRUPT) || is(code, SQLiteErrorCode.SQLITE_NOTADB)) {
            return new StoreException(Reason.CORRUPT, CORRUPT_MESSAGE, e);
        }
        if (is(code, SQLiteErrorCode.SQLITE_BUSY) || is(code, SQLiteErrorCode.SQLITE_LOCKED)) {
            return new StoreException(
                    Reason.IN_USE,
                    "Another program has the local data in " + folder + " open. Close it and try again.",
                    e);
        }
        if (is(code, SQLiteErrorCode.SQLITE_INTERRUPT)) {
            return interrupted(e);
        }
        if (is(code, SQLiteErrorCode.SQLITE_IOERR)
                || is(code, SQLiteErrorCode.SQLITE_READONLY)
                || is(code, SQLiteErrorCode.SQLITE_CANTOPEN)) {
            return new StoreException(
                    Reason.OTHER,
                    "The local data in " + folder
                            + " cannot be read or written: check the disk and your rights to that "
                            + "folder, then try again.",
                    e);
        }
        return new StoreException(Reason.OTHER, "The local data could not be used: " + e.getMessage(), e);
    }

    StoreException interrupted(Exception cause) {
        return new StoreException(Reason.INTERRUPTED, "This was cancelled.", cause);
    }

    StoreException closed() {
        return new StoreException(Reason.CLOSED, "The local data is closed. Start Waystation again.", null);
    }

    StoreException wrongKey() {
        return new StoreException(
                Reason.WRONG_KEY,
                "The key does not open the local data in " + folder
                        + ". Unlock with the passphrase that belongs to this " + "profile; nothing was changed.",
                null);
    }

    StoreException newerSchema(int found, int known) {
        return new StoreException(
                Reason.NEWER_SCHEMA,
                "The local data in " + folder + " was written by a newer Waystation (format " + found
                        + ", this one knows " + known + "). Update this program; nothing was changed.",
                null);
    }

    private static boolean is(int code, SQLiteErrorCode known) {
        return code == known.code;
    }
}
