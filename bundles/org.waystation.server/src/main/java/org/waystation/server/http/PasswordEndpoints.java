package org.waystation.server.http;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.waystation.server.account.Account;
import org.waystation.server.account.Accounts;
import org.waystation.server.audit.SecurityEvent;
import org.waystation.server.audit.SecurityEvent.Kind;
import org.waystation.server.audit.SecurityLog;
import org.waystation.server.http.pages.Page;
import org.waystation.server.session.Role;
import org.waystation.server.signin.Links;

/** The pages behind links that work once: choosing a password, and the first account of a new server. */
final class PasswordEndpoints {

    private final SignInParts parts;
    private final Pages pages = new Pages();
    private final Links links = new Links();
    private final Accounts accounts = new Accounts();
    private final SecurityLog log = new SecurityLog();

    PasswordEndpoints(SignInParts parts) {
        this.parts = parts;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/password", true, this::passwordPage),
                new Route("POST", "/password", true, this::setPassword),
                new Route("GET", "/setup", true, this::setUpPage),
                new Route("POST", "/setup", true, this::setUp));
    }

    private void passwordPage(Exchange exchange) throws SQLException {
        parts.limits().requireTurn(exchange);
        String code = Form.ofQuery(exchange).text("code");
        Optional<Account> account;
        try (Connection connection = parts.database().connect()) {
            account = account(connection, code);
        }
        if (account.isEmpty()) {
            gone(exchange);
        } else {
            pages.send(exchange, 200, passwordPage(exchange, code, account.get(), Optional.empty()));
        }
    }

    private Optional<Account> account(Connection connection, String code) throws SQLException {
        Optional<UUID> user = links.passwordOf(connection, code);
        return user.isEmpty() ? Optional.empty() : accounts.find(connection, user.get());
    }

    private Page passwordPage(Exchange exchange, String code, Account account, Optional<String> problem) {
        return new Page(parts.provider(), "Choose a password")
                .text("For " + account.email() + ".")
                .problem(problem)
                .form("/password", pages.guarded(exchange, Map.of("code", code, "email", account.email())))
                .field("New password", "password", "password", "new-password", "")
                .field("Once more", "again", "password", "new-password", "")
                .button("Set the password", "answer", "set", true)
                .endForm();
    }

    private void setPassword(Exchange exchange) throws IOException, SQLException {
        Form form = Form.ofBody(exchange);
        pages.requireOwnForm(exchange, form);
        parts.limits().requireTurn(exchange);
        String code = form.text("code");
        Optional<Account> account;
        try (Connection connection = parts.database().connect()) {
            account = account(connection, code);
        }
        if (account.isEmpty()) {
            gone(exchange);
            return;
        }
        Optional<String> problem = problem(form, account.get().email());
        if (problem.isPresent()) {
            pages.send(exchange, 403, passwordPage(exchange, code, account.get(), problem));
            return;
        }
        UUID user = account.get().userId();
        String hash = parts.hashes().hash(form.text("password"));
        String address = Request.getRemoteAddr(exchange.request());
        boolean set = parts.database().inTransaction(connection -> {
            if (!links.use(connection, code)) {
                return false;
            }
            accounts.setPasswordHash(connection, user, hash);
            // Whoever knew the old password, or held the lost machine, is out.
            parts.signIns().endAllOfOldPassword(connection, user, address);
            log.add(
                    connection,
                    new SecurityEvent(Kind.PASSWORD_CHANGED, Optional.of(user), Optional.of(user), address, ""));
            return true;
        });
        if (set) {
            done(exchange, "The password is set");
        } else {
            gone(exchange);
        }
    }

    private Optional<String> problem(Form form, String email) {
        return form.text("password").equals(form.text("again"))
                ? parts.hashes().problem(form.text("password"), email)
                : Optional.of("The two are not the same.");
    }

    private void setUpPage(Exchange exchange) throws SQLException {
        parts.limits().requireTurn(exchange);
        String code = Form.ofQuery(exchange).text("code");
        if (setsUp(code)) {
            pages.send(exchange, 200, setUpPage(exchange, code, "", "", Optional.empty()));
        } else {
            gone(exchange);
        }
    }

    private boolean setsUp(String code) throws SQLException {
        try (Connection connection = parts.database().connect()) {
            return links.setsUp(connection, code);
        }
    }

    private Page setUpPage(Exchange exchange, String code, String name, String email, Optional<String> problem) {
        return new Page(parts.provider(), "Set up the server")
                .text("The first account leads: it sees every company and decides who may what.")
                .problem(problem)
                .form("/setup", pages.guarded(exchange, Map.of("code", code)))
                .field("Your name", "name", "text", "name", name)
                .field("E-mail address", "email", "email", "username", email)
                .field("Password", "password", "password", "new-password", "")
                .field("Once more", "again", "password", "new-password", "")
                .button("Make the account", "answer", "set", true)
                .endForm();
    }

    private void setUp(Exchange exchange) throws IOException, SQLException {
        Form form = Form.ofBody(exchange);
        pages.requireOwnForm(exchange, form);
        parts.limits().requireTurn(exchange);
        String code = form.text("code");
        String name = form.text("name").strip();
        String email = form.text("email").strip();
        if (!setsUp(code)) {
            gone(exchange);
            return;
        }
        Optional<String> problem = Account.problem(name, email).or(() -> problem(form, email));
        if (problem.isPresent()) {
            pages.send(exchange, 403, setUpPage(exchange, code, name, email, problem));
            return;
        }
        String hash = parts.hashes().hash(form.text("password"));
        UUID user = Generators.timeBasedEpochRandomGenerator().generate();
        String address = Request.getRemoteAddr(exchange.request());
        boolean made = parts.database().inTransaction(connection -> {
            if (!links.setsUp(connection, code) || !links.use(connection, code)) {
                return false;
            }
            Account account = new Account(user, email, name, Role.LEAD, true, Set.of(), false, true);
            log.add(connection, new SecurityEvent(Kind.SET_UP, Optional.of(user), Optional.of(user), address, email));
            accounts.create(connection, account, Optional.of(hash));
            return true;
        });
        if (made) {
            done(exchange, "The server is set up");
        } else {
            gone(exchange);
        }
    }

    private void done(Exchange exchange, String title) {
        pages.send(
                exchange,
                200,
                new Page(parts.provider(), title).text("Now sign in from your Waystation. You can close this page."));
    }

    /** The same for what never was, what was used and what is too old. */
    private void gone(Exchange exchange) {
        pages.send(
                exchange,
                404,
                new Page(parts.provider(), "This link does not work any more")
                        .text("Links work once, for a day. Ask whoever runs the server for another one."));
    }
}
