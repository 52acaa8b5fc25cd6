package org.waystation.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.record.Json;
import org.waystation.server.signin.Devices;
import org.waystation.server.signin.IssuedTokens;
import org.waystation.server.signin.SignIns;

/** What programs ask while signing in: tokens, a device's code, signing out (RFC 6749, 7009, 8414, 8628). */
final class OAuthEndpoints {

    private static final ErrorObject PENDING = new ErrorObject("authorization_pending", "Nobody has typed it yet", 400);
    private static final ErrorObject SLOW_DOWN = new ErrorObject("slow_down", "Ask less often", 400);
    private static final ErrorObject EXPIRED = new ErrorObject("expired_token", "Begin again", 400);
    private static final ErrorObject DENIED = new ErrorObject("access_denied", "It was not allowed", 400);

    private final SignInParts parts;

    OAuthEndpoints(SignInParts parts) {
        this.parts = parts;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/.well-known/oauth-authorization-server", true, this::metadata),
                new Route("POST", "/oauth/token", true, this::token),
                new Route("POST", "/oauth/device_authorization", true, this::deviceAuthorization),
                new Route("POST", "/oauth/revoke", true, this::revoke));
    }

    private void metadata(Exchange exchange) {
        String issuer = parts.issuer(exchange);
        ObjectNode node = Json.object();
        node.put("issuer", issuer);
        node.put("authorization_endpoint", issuer + "/oauth/authorize");
        node.put("token_endpoint", issuer + "/oauth/token");
        node.put("device_authorization_endpoint", issuer + "/oauth/device_authorization");
        node.put("revocation_endpoint", issuer + "/oauth/revoke");
        array(node, "response_types_supported", "code");
        array(
                node,
                "grant_types_supported",
                "authorization_code",
                "refresh_token",
                "urn:ietf:params:oauth:grant-type:device_code");
        array(node, "code_challenge_methods_supported", "S256");
        array(node, "token_endpoint_auth_methods_supported", "none");
        node.put("authorization_response_iss_parameter_supported", true);
        exchange.sendJson(node);
    }

    private static void array(ObjectNode node, String name, String... values) {
        ArrayNode array = node.putArray(name);
        List.of(values).forEach(array::add);
    }

    private void token(Exchange exchange) throws IOException, SQLException {
        parts.limits().requireTurn(exchange);
        TokenRequest request;
        try {
            request = TokenRequest.parse(asNimbus(exchange, Form.ofBody(exchange)));
        } catch (ParseException e) {
            fail(exchange, e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject());
            return;
        }
        String client =
                request.getClientID() == null ? "" : request.getClientID().getValue();
        if (!Clients.isKnown(client)) {
            fail(exchange, OAuth2Error.INVALID_CLIENT);
            return;
        }
        grant(exchange, client, request.getAuthorizationGrant());
    }

    private void grant(Exchange exchange, String client, AuthorizationGrant grant) throws SQLException {
        String address = Request.getRemoteAddr(exchange.request());
        switch (grant) {
            case AuthorizationCodeGrant code ->
                answer(
                        exchange,
                        parts.codes()
                                .redeem(
                                        code.getAuthorizationCode().getValue(),
                                        client,
                                        code.getRedirectionURI(),
                                        code.getCodeVerifier(),
                                        address));
            case RefreshTokenGrant refresh -> {
                SignIns.Refreshed refreshed =
                        parts.signIns().refresh(refresh.getRefreshToken().getValue(), address);
                if (refreshed.revoked()) {
                    fail(exchange, OAuth2Error.INVALID_GRANT, Optional.of(ProblemCode.ACCESS_REVOKED));
                } else {
                    answer(exchange, refreshed.tokens());
                }
            }
            case DeviceCodeGrant device -> {
                switch (parts.devices().poll(device.getDeviceCode().getValue(), client, address)) {
                    case Devices.State.Allowed allowed -> answer(exchange, Optional.of(allowed.tokens()));
                    case Devices.State.Pending pending -> fail(exchange, PENDING);
                    case Devices.State.TooSoon tooSoon -> fail(exchange, SLOW_DOWN);
                    case Devices.State.Denied denied -> fail(exchange, DENIED);
                    case Devices.State.Expired expired -> fail(exchange, EXPIRED);
                }
            }
            default -> fail(exchange, OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
    }

    private static void answer(Exchange exchange, Optional<IssuedTokens> tokens) {
        if (tokens.isEmpty()) {
            fail(exchange, OAuth2Error.INVALID_GRANT);
            return;
        }
        exchange.sendJson(Json.object()
                .put("access_token", tokens.get().access())
                .put("token_type", "Bearer")
                .put("expires_in", tokens.get().expiresIn().toSeconds())
                .put("refresh_token", tokens.get().refresh()));
    }

    private void deviceAuthorization(Exchange exchange) throws IOException, SQLException {
        parts.limits().requireTurn(exchange);
        Form form = Form.ofBody(exchange);
        String client = form.text("client_id");
        if (!Clients.isKnown(client)) {
            fail(exchange, OAuth2Error.INVALID_CLIENT);
            return;
        }
        Devices.Begun begun = parts.devices().begin(client, SignInEndpoints.name(form.get("device_name")));
        String page = parts.issuer(exchange) + "/oauth/device";
        exchange.sendJson(Json.object()
                .put("device_code", begun.deviceCode())
                .put("user_code", begun.userCode())
                .put("verification_uri", page)
                .put("verification_uri_complete", page + "?user_code=" + begun.userCode())
                .put("expires_in", Devices.TTL.toSeconds())
                .put("interval", Devices.INTERVAL.toSeconds()));
    }

    /** Also where the token is not known: who signs out twice is signed out (RFC 7009, section 2.2). */
    private void revoke(Exchange exchange) throws IOException, SQLException {
        parts.limits().requireTurn(exchange);
        String token = Form.ofBody(exchange).text("token");
        if (token.isEmpty()) {
            fail(exchange, OAuth2Error.INVALID_REQUEST);
            return;
        }
        parts.signIns().signOut(token, Request.getRemoteAddr(exchange.request()));
        exchange.sendJson(Json.object());
    }

    private HTTPRequest asNimbus(Exchange exchange, Form form) throws ParseException {
        HTTPRequest request =
                new HTTPRequest(HTTPRequest.Method.POST, URI.create(parts.issuer(exchange) + "/oauth/token"));
        request.setContentType(Form.TYPE);
        request.setBody(form.toString());
        return request;
    }

    private static void fail(Exchange exchange, ErrorObject error) {
        fail(exchange, error, Optional.empty());
    }

    /** @param code says more than the names of the standard can */
    private static void fail(Exchange exchange, ErrorObject error, Optional<ProblemCode> code) {
        ObjectNode node = Json.object().put("error", error.getCode());
        code.ifPresent(more -> node.put("code", more.code()));
        if (error.getDescription() != null) {
            node.put("error_description", error.getDescription());
        }
        Answers.json(exchange.response(), exchange.callback(), 400, Answers.JSON, node);
    }
}
