package org.waystation.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The roles of the database and what each may touch. The server's own role may touch what has no rows of customers; for
 * records it takes, a transaction at a time, the role that sees all companies or the one that sees some.
 */
public final class Roles {

    /** Sees the records of every company. */
    static final String ALL = "waystation_all";
    /** Sees the records of the companies that the transaction names. */
    static final String SCOPED = "waystation_scoped";

    /** Secrets of people: for the server itself, under neither of the roles that requests work with. */
    private static final Set<String> SERVER_ONLY = Set.of(
            "schema_step",
            "account",
            "account_company",
            "api_token",
            "sign_in",
            "refresh_token",
            "authorization_code",
            "device_grant",
            "one_time_link",
            "sign_in_failure",
            "quota",
            "security_event");

    /** What an operator runs once as superuser where the server finds a database without roles. */
    public static final String PREPARATION = """
            create role waystation_all nologin;
            create role waystation_scoped nologin;
            grant waystation_all, waystation_scoped to <the roles that the server connects as>;""";

    /**
     * @throws IllegalStateException with what to do if the roles are missing or are not granted to us
     */
    public void requireRoles(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select count(*) from pg_roles where rolname = any(?) and pg_has_role(current_user, oid, 'member')")) {
            statement.setArray(1, connection.createArrayOf("text", new Object[] {ALL, SCOPED}));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                if (rows.getInt(1) != 2) {
                    throw new IllegalStateException(
                            "The database lacks the server's roles. Run once as its superuser:\n" + PREPARATION);
                }
            }
        }
    }

    /**
     * Grants what each role needs; run by the owner after the schema was brought forward.
     *
     * @param server the role that the server works as
     */
    public void grant(Connection owner, String server) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            String login = quote(owner, server);
            for (Table table : tables(statement)) {
                String name = quote(owner, table.name());
                boolean forRequests = !SERVER_ONLY.contains(table.name());
                if (forRequests) {
                    statement.execute("grant select, insert, update, delete on " + name + " to " + ALL + ", " + SCOPED);
                }
                if (!(forRequests && table.guarded())) {
                    statement.execute("grant select, insert, update, delete on " + name + " to " + login);
                }
            }
            statement.execute("grant usage on all sequences in schema public to " + ALL + ", " + SCOPED + ", " + login);
        }
    }

    private static List<Table> tables(Statement statement) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select tablename, rowsecurity from pg_tables where schemaname = 'public' order by tablename")) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getBoolean(2)));
            }
        }
        return tables;
    }

    private static String quote(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select quote_ident(?)")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** @param guarded whether it has row-level security */
    private record Table(String name, boolean guarded) {}
}
