package org.waystation.server.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.database.Database;
import org.waystation.server.database.Scope;
import org.waystation.server.record.FeedWriter;
import org.waystation.server.record.Json;
import org.waystation.server.record.RecordWrite;
import org.waystation.server.session.Role;

/** Reads and changes accounts. What takes a connection runs within the caller's transaction. */
public final class Accounts {

    private static final String READ = """
            select a.user_id, a.email, a.name, a.role, a.all_companies, a.disabled_at is not null,
                   a.password_hash is not null,
                   array(select c.company_id from account_company c where c.user_id = a.user_id)
            from account a""";

    private final FeedWriter feed = new FeedWriter();

    public Optional<Account> find(Connection connection, UUID userId) throws SQLException {
        return query(connection, READ + " where a.user_id = ?", userId).stream().findFirst();
    }

    /** By address, whatever its case. */
    public Optional<Account> find(Connection connection, String email) throws SQLException {
        return query(connection, READ + " where lower(a.email) = lower(?)", email).stream()
                .findFirst();
    }

    /** All, by address. */
    public List<Account> all(Connection connection) throws SQLException {
        return query(connection, READ + " where ? order by lower(a.email)", true);
    }

    public boolean isEmpty(Connection connection) throws SQLException {
        return all(connection).isEmpty();
    }

    private void insert(Connection connection, Account account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into account (user_id, email, name, role, all_companies) values (?, ?, ?, ?, ?)")) {
            statement.setObject(1, account.userId());
            statement.setString(2, account.email());
            statement.setString(3, account.name());
            statement.setString(4, account.role().code());
            statement.setBoolean(5, account.allCompanies());
            statement.executeUpdate();
        }
        setCompanies(connection, account.userId(), account.companies());
    }

    /**
     * The account and, last in the transaction, the user's record.
     *
     * @param passwordHash empty until one is chosen
     */
    public void create(Connection connection, Account account, Optional<String> passwordHash) throws SQLException {
        insert(connection, account);
        if (passwordHash.isPresent()) {
            setPasswordHash(connection, account.userId(), passwordHash.get());
        }
        ObjectNode data = Json.object()
                .put("name", account.name())
                .put("email", account.email())
                .put("system", false);
        // Somebody of one customer belongs to it, so that other customers do not see who that is.
        Optional<UUID> company = account.role() == Role.CUSTOMER_ADMIN
                ? account.companies().stream().findFirst()
                : Optional.empty();
        Database.take(connection, Scope.EVERYTHING);
        feed.write(connection, List.of(RecordWrite.created(EntityKind.USER, account.userId(), company, data)));
    }

    /** Sets role and companies anew; every cursor handed out so far is void, so that replicas follow. */
    public void setAccess(Connection connection, UUID userId, Role role, boolean allCompanies, Set<UUID> companies)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update account set role = ?, all_companies = ?, scope_revision = scope_revision + 1 where user_id = ?")) {
            statement.setString(1, role.code());
            statement.setBoolean(2, allCompanies);
            statement.setObject(3, userId);
            statement.executeUpdate();
        }
        setCompanies(connection, userId, companies);
        AccessNews.tell(connection, userId);
    }

    public void setPasswordHash(Connection connection, UUID userId, String hash) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update account set password_hash = ? where user_id = ?")) {
            statement.setString(1, hash);
            statement.setObject(2, userId);
            statement.executeUpdate();
        }
    }

    public void setDisabled(Connection connection, UUID userId, boolean disabled) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update account set disabled_at = case when ? then coalesce(disabled_at, now()) end where user_id = ?")) {
            statement.setBoolean(1, disabled);
            statement.setObject(2, userId);
            statement.executeUpdate();
        }
        AccessNews.tell(connection, userId);
    }

    private static void setCompanies(Connection connection, UUID userId, Set<UUID> companies) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from account_company where user_id = ?")) {
            statement.setObject(1, userId);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into account_company (user_id, company_id) select ?, unnest(?::uuid[])")) {
            statement.setObject(1, userId);
            statement.setArray(2, connection.createArrayOf("uuid", companies.toArray()));
            statement.executeUpdate();
        }
    }

    private static List<Account> query(Connection connection, String sql, Object parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                List<Account> accounts = new ArrayList<>();
                while (rows.next()) {
                    accounts.add(new Account(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            Role.find(rows.getString(4)).orElseThrow(),
                            rows.getBoolean(5),
                            Set.of((UUID[]) rows.getArray(8).getArray()),
                            rows.getBoolean(6),
                            rows.getBoolean(7)));
                }
                return accounts;
            }
        }
    }
}
