package org.waystation.server.record;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Rights;

/**
 * Rows as lines of bytes, one after the other, as the database made them: COPY hands them over without a cursor, without
 * parsing and without a text in between. Memory does not grow with the data, and a slow reader slows the database down.
 */
final class RecordLines {

    /**
     * With a delimiter and a quote that JSON never holds unescaped, the form CSV leaves every line as it is.
     * PostgreSQL documentation, COPY, "CSV Format".
     */
    private static final String AS_IT_IS = ") to stdout (format csv, delimiter E'\\x02', quote E'\\x01')";

    /** A record as a line. What jsonb writes holds no line breaks: they are escaped within texts. */
    private static final String LINE = "'{\"kind\":\"' || r.kind || '\",\"id\":\"' || r.id || '\",\"version\":'"
            + " || r.version || ',\"seq\":' || r.seq || ',\"actions\":' || %s || ',\"data\":' || r.data::text || '}'";

    private RecordLines() {}

    /** Takes lines. */
    @FunctionalInterface
    interface Taker {
        /** @param line with its line break */
        void take(byte[] line) throws IOException;
    }

    /** An expression that makes a line of a row of the table record, called r. */
    static String of(Caller caller) {
        return LINE.formatted(new Rights(caller).actionsSql());
    }

    /**
     * Reads the lines of a query with one column of text.
     *
     * @throws IOException as the taker does; then the query is ended
     */
    static void read(Connection connection, String query, Taker taker) throws SQLException, IOException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + AS_IT_IS);
        try {
            for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                taker.take(line);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
