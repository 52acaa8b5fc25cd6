package org.waystation.server.problem;

import java.util.Locale;

/** Stable names of what can be wrong, with the HTTP status and the short sentence that go with them. */
public enum ProblemCode {
    TOKEN_MISSING(401, "No token was sent"),
    TOKEN_INVALID(401, "The token is not valid"),
    TOKEN_EXPIRED(401, "The token has expired"),
    ACCESS_REVOKED(401, "The access was taken away"),
    FORBIDDEN(403, "This is not allowed"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This method does not work here"),
    CURSOR_EXPIRED(410, "The cursor is too old"),
    SCOPE_CHANGED(410, "What you may see has changed"),
    EPOCH_CHANGED(410, "The server keeps another history"),
    PAYLOAD_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
    MALFORMED_JSON(400, "The body is not well-formed JSON"),
    BAD_REQUEST(400, "The request is not well-formed HTTP"),
    VALIDATION_FAILED(400, "Some fields are wrong"),
    REFERENCE_MISSING(400, "A record that is referred to does not exist"),
    STILL_REFERENCED(409, "Other records refer to this one"),
    ALREADY_EXISTS(409, "A record with this id exists"),
    TRANSITION_NOT_ALLOWED(409, "The status cannot change like this"),
    DEPENDENCY_NOT_APPLIED(409, "An operation this one depends on was not applied"),
    HEADERS_TOO_LARGE(431, "The request's headers are too large"),
    URI_TOO_LONG(414, "The request's address is too long"),
    PRECONDITION_FAILED(412, "The record is not the one you saw"),
    PRECONDITION_REQUIRED(428, "Say which version you saw"),
    BLOB_MISSING(409, "The file's content was not uploaded"),
    UPLOAD_GONE(410, "The upload is over or was never begun"),
    UPLOAD_CONFLICT(409, "The upload stands elsewhere"),
    CHECKSUM_MISMATCH(460, "The content is not what its checksum says"),
    RANGE_NOT_SATISFIABLE(416, "There is no such part"),
    CHAIN_BROKEN(409, "The entry does not continue its device's chain"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "The server failed"),
    UNAVAILABLE(503, "The server cannot answer at the moment");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Lower snake case, as on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
