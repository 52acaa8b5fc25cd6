package org.waystation.server.signin;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.server.audit.SecurityEvent;
import org.waystation.server.audit.SecurityEvent.Kind;
import org.waystation.server.audit.SecurityLog;
import org.waystation.server.database.Database;
import org.waystation.server.database.Secrets;
import org.waystation.server.session.TokenHash;

/** Authorization codes: each works once, within a minute, for whoever holds the verifier (RFC 7636). */
public final class Codes {

    private static final Duration TTL = Duration.ofMinutes(1);

    private final Database database;
    private final SignIns signIns;
    private final Secrets secrets = new Secrets();
    private final SecurityLog log = new SecurityLog();

    public Codes(Database database, SignIns signIns) {
        this.database = database;
        this.signIns = signIns;
    }

    /**
     * What a code was given for.
     *
     * @param challenge S256 of the verifier
     * @param device what the person is told about the program that signs in
     */
    public record Request(String clientId, URI redirectUri, String challenge, String device) {}

    public String issue(UUID userId, Request request) throws SQLException {
        String code = secrets.next();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into authorization_code
                            (hash, user_id, client_id, redirect_uri, challenge, device, expires_at)
                        values (?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))""")) {
            statement.setBytes(1, TokenHash.of(code));
            statement.setObject(2, userId);
            statement.setString(3, request.clientId());
            statement.setString(4, request.redirectUri().toString());
            statement.setString(5, request.challenge());
            statement.setString(6, request.device());
            statement.setDouble(7, TTL.toSeconds());
            statement.executeUpdate();
        }
        return code;
    }

    /**
     * @return empty where the code does not work for this; where it was used before, what it gave is taken back
     */
    public Optional<IssuedTokens> redeem(
            String code, String clientId, @Nullable URI redirectUri, @Nullable CodeVerifier verifier, String address)
            throws SQLException {
        return database.inTransaction(connection -> {
            Optional<Kept> found = hold(connection, code);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Kept kept = found.get();
            if (kept.signIn().isPresent()) {
                signIns.end(connection, kept.signIn().get(), "code reused");
                log.add(
                        connection,
                        new SecurityEvent(
                                Kind.TOKEN_REUSED,
                                Optional.of(kept.userId()),
                                kept.signIn(),
                                address,
                                "an authorization code came again; its sign-in was ended"));
                return Optional.empty();
            }
            boolean fits = kept.valid()
                    && kept.clientId().equals(clientId)
                    && redirectUri != null
                    && kept.redirectUri().equals(redirectUri.toString())
                    && verifier != null
                    && kept.challenge()
                            .equals(CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                    .getValue());
            if (!fits) {
                return Optional.empty();
            }
            SignIns.Begun begun = signIns.begin(connection, kept.userId(), kept.device(), address);
            try (PreparedStatement statement =
                    connection.prepareStatement("update authorization_code set sign_in_id = ? where hash = ?")) {
                statement.setObject(1, begun.id());
                statement.setBytes(2, TokenHash.of(code));
                statement.executeUpdate();
            }
            return Optional.of(begun.tokens());
        });
    }

    private record Kept(
            UUID userId,
            String clientId,
            String redirectUri,
            String challenge,
            String device,
            boolean valid,
            Optional<UUID> signIn) {}

    private static Optional<Kept> hold(Connection connection, String code) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select user_id, client_id, redirect_uri, challenge, device, expires_at > now(), sign_in_id
                from authorization_code where hash = ? for update""")) {
            statement.setBytes(1, TokenHash.of(code));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Kept(
                                rows.getObject(1, UUID.class),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getBoolean(6),
                                Optional.ofNullable(rows.getObject(7, UUID.class))))
                        : Optional.empty();
            }
        }
    }
}
