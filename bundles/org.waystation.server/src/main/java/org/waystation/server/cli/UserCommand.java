package org.waystation.server.cli;

import com.fasterxml.uuid.Generators;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.server.account.Account;
import org.waystation.server.account.Accounts;
import org.waystation.server.audit.SecurityEvent;
import org.waystation.server.audit.SecurityEvent.Kind;
import org.waystation.server.audit.SecurityLog;
import org.waystation.server.database.Database;
import org.waystation.server.database.Reach;
import org.waystation.server.database.Scope;
import org.waystation.server.session.Role;
import org.waystation.server.signin.Links;
import org.waystation.server.signin.SignIns;

/** People who can sign in, from the command line of the server's machine. */
final class UserCommand {

    static final String HELP = """
            Usage: user COMMAND [options]

              add EMAIL --name NAME --role ROLE [--companies NAME[,NAME…]]
                            makes an account and prints a link to choose its password
              list          all accounts
              access EMAIL --role ROLE [--companies NAME[,NAME…]]
                            sets the role and the companies; all companies where none are named
              password EMAIL   prints a link to choose a new password
              disable EMAIL    signs the person out everywhere and lets nobody in with this account
              enable EMAIL     undoes that

            Roles: technician, dispatcher, lead, customer_admin (with one company), read_only.

            """ + Target.HELP;

    private static final String HERE = "";

    private final PrintStream out;
    private final Accounts accounts = new Accounts();
    private final SecurityLog log = new SecurityLog();

    UserCommand(PrintStream out) {
        this.out = out;
    }

    void run(List<String> words) throws Exception {
        if (words.isEmpty() || words.contains("--help")) {
            out.print(HELP);
            return;
        }
        boolean list = words.getFirst().equals("list");
        if (!list && (words.size() < 2 || words.get(1).startsWith("--"))) {
            throw new UsageException("Say whose account: user " + words.getFirst() + " EMAIL …");
        }
        String email = list ? "" : words.get(1);
        Words in = Commands.words(
                words.subList(list ? 1 : 2, words.size()), Set.of(), "--name", "--role", "--companies", "--public-url");
        try (Reach reach = new Target(in).open();
                Database database = new Database(reach.server())) {
            switch (words.getFirst()) {
                case "add" -> add(database, email, in);
                case "list" -> list(database);
                case "access" -> access(database, email, in);
                case "password" -> password(database, email, in);
                case "disable" -> disable(database, email, true);
                case "enable" -> disable(database, email, false);
                default ->
                    throw new UsageException("Unknown command 'user " + words.getFirst()
                            + "'; there are: add, list, access, password, disable, enable.");
            }
        }
    }

    private void add(Database database, String email, Words in) throws Exception {
        String name = in.value("--name").orElseThrow(() -> new UsageException("user add needs --name."));
        Optional<String> problem = Account.problem(name, email);
        if (problem.isPresent()) {
            throw new UsageException(problem.get());
        }
        Role role = role(in);
        Set<UUID> companies = companies(database, in);
        requireFitting(role, companies);
        UUID id = Generators.timeBasedEpochRandomGenerator().generate();
        Account account = new Account(id, email, name, role, companies.isEmpty(), companies, false, false);
        String code = database.inTransaction(connection -> {
            if (accounts.find(connection, email).isPresent()) {
                return "";
            }
            // Before the record, after which the transaction sees records only.
            note(connection, Kind.ACCOUNT_CREATED, id, role.code());
            accounts.create(connection, account, Optional.empty());
            return email;
        });
        if (code.isEmpty()) {
            throw new UsageException("There is an account for " + email + " already.");
        }
        password(database, email, in);
    }

    private void list(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            for (Account account : accounts.all(connection)) {
                out.println(account.email() + "  " + account.role().code() + "  "
                        + (account.allCompanies()
                                ? "all companies"
                                : account.companies().size() + " companies")
                        + (account.hasPassword() ? "" : "  no password yet")
                        + (account.disabled() ? "  disabled" : ""));
            }
        }
    }

    private void access(Database database, String email, Words in) throws Exception {
        Role role = role(in);
        Set<UUID> companies = companies(database, in);
        requireFitting(role, companies);
        Account account = account(database, email);
        database.inTransaction(connection -> {
            accounts.setAccess(connection, account.userId(), role, companies.isEmpty(), companies);
            note(
                    connection,
                    Kind.ACCESS_CHANGED,
                    account.userId(),
                    account.role().code() + " to " + role.code());
            return account;
        });
        out.println(email + " is now " + role.code() + ".");
    }

    private void password(Database database, String email, Words in) throws Exception {
        Account account = account(database, email);
        Optional<java.net.URI> url = NetOptions.publicUrl(in);
        String code = database.inTransaction(connection -> {
            note(connection, Kind.PASSWORD_LINK_MADE, account.userId(), "");
            return new Links().forPassword(connection, account.userId());
        });
        out.println(Commands.link(url, "/password", code));
        out.println("The link works once, for a day. Send it on a way that only " + account.name() + " reads.");
    }

    private void disable(Database database, String email, boolean disabled) throws Exception {
        Account account = account(database, email);
        database.inTransaction(connection -> {
            accounts.setDisabled(connection, account.userId(), disabled);
            if (disabled) {
                new SignIns(database, Duration.ZERO).revokeAll(connection, account.userId(), Optional.empty(), HERE);
            }
            note(connection, disabled ? Kind.ACCOUNT_DISABLED : Kind.ACCOUNT_ENABLED, account.userId(), "");
            return account;
        });
        out.println(email + (disabled ? " is out." : " can sign in again."));
    }

    private void note(Connection connection, Kind kind, UUID about, String detail) throws SQLException {
        log.add(connection, new SecurityEvent(kind, Optional.empty(), Optional.of(about), HERE, detail));
    }

    private Account account(Database database, String email) throws SQLException, UsageException {
        try (Connection connection = database.connect()) {
            return accounts.find(connection, email)
                    .orElseThrow(() -> new UsageException("There is no account for " + email + "."));
        }
    }

    private static Role role(Words in) throws UsageException {
        String code = in.value("--role").orElseThrow(() -> new UsageException("It needs --role."));
        return Role.find(code)
                .orElseThrow(() -> new UsageException("'" + code + "' is not a role; --help lists them."));
    }

    private static void requireFitting(Role role, Set<UUID> companies) throws UsageException {
        if (role == Role.CUSTOMER_ADMIN && companies.size() != 1) {
            throw new UsageException("A customer_admin belongs to one company: --companies NAME.");
        }
    }

    private static Set<UUID> companies(Database database, Words in) throws SQLException, UsageException {
        Set<UUID> ids = new HashSet<>();
        if (in.value("--companies").isEmpty()) {
            return ids;
        }
        try (Connection connection = database.connectAs(Scope.EVERYTHING);
                PreparedStatement statement = connection.prepareStatement("select id from record where kind = 'company'"
                        + " and deleted_at is null and (lower(data ->> 'name') = lower(?) or id::text = ?)")) {
            for (String name : in.value("--companies").get().split(",")) {
                statement.setString(1, name.strip());
                statement.setString(2, name.strip());
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new UsageException("There is no company '" + name.strip() + "'.");
                    }
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }
}
