package org.waystation.server.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.waystation.server.audit.SecurityEvent;
import org.waystation.server.audit.SecurityEvent.Kind;
import org.waystation.server.audit.SecurityLog;
import org.waystation.server.database.Database;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Tokens;

/** Lets requests with a token in, not too many of them, and keeps note of those it turned away. */
final class Gate {

    private final Database database;
    private final Tokens tokens;
    private final RateLimits limits;
    private final Quotas quotas;
    private final SecurityLog log = new SecurityLog();

    Gate(Database database, Tokens tokens, RateLimits limits, Quotas quotas) {
        this.database = database;
        this.tokens = tokens;
        this.limits = limits;
        this.quotas = quotas;
    }

    /**
     * @throws ProblemException if the request has no token that works, or its turns are used up
     */
    Caller admit(Request request, Response response) throws SQLException {
        Optional<String> header = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        Caller caller;
        try {
            caller = tokens.authenticate(header);
        } catch (ProblemException e) {
            // Guessing is slow, and so is filling the log with guesses.
            limits.requireTurn(request, response);
            if (e.problem().code() == ProblemCode.TOKEN_INVALID) {
                note(Kind.TOKEN_REFUSED, Optional.empty(), request, "");
            }
            throw e;
        }
        quotas.requireTurn(request, response, caller);
        return caller;
    }

    /** What somebody who is signed in was refused for lack of rights. */
    void noteRefusal(Request request, Optional<Caller> caller, ApiProblem problem) throws SQLException {
        if (problem.code() == ProblemCode.FORBIDDEN && caller.isPresent()) {
            String path = Request.getPathInContext(request);
            note(Kind.ACCESS_DENIED, caller, request, request.getMethod() + " " + path);
        }
    }

    private void note(Kind kind, Optional<Caller> caller, Request request, String detail) throws SQLException {
        try (Connection connection = database.connect()) {
            log.add(
                    connection,
                    new SecurityEvent(
                            kind, caller.map(Caller::id), Optional.empty(), Request.getRemoteAddr(request), detail));
        }
    }
}
