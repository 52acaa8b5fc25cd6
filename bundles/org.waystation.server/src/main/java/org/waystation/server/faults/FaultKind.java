package org.waystation.server.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with one request. */
public enum FaultKind {
    /** The request never arrives; the connection breaks. */
    LOST_REQUEST(Where.ANYWHERE),
    /** It is done, and the answer is lost. */
    LOST_REPLY(Where.ANYWHERE),
    /** It arrives twice. */
    DUPLICATE(Where.WRITES),
    /** It arrives only after three later ones; nobody waits for its answer any more. */
    REORDER(Where.WRITES),
    /** The first half of a batch is done, then the connection breaks. */
    PARTIAL_BATCH(Where.WRITES),
    /** The answer breaks off in the middle. */
    CUT_BODY(Where.READS),
    /** The answer announces more bytes than come. */
    WRONG_LENGTH(Where.READS),
    /** 401 after the first half of a batch is done. */
    TOKEN_EXPIRED_401(Where.WRITES),
    /** 403: what was asked for is in reach no more. */
    SCOPE_REVOKED_403(Where.ANYWHERE),
    /** 409, from something in between. */
    CONFLICT_409(Where.WRITES),
    /** 410: the cursor has expired. */
    GONE_410(Where.CHANGES),
    /** 412, from something in between. */
    PRECONDITION_412(Where.WRITES),
    /** 413: the request is too large. */
    TOO_LARGE_413(Where.WRITES),
    /** 422, from something in between. */
    UNPROCESSABLE_422(Where.WRITES),
    /** 429 with {@code Retry-After}. */
    SLOW_DOWN_429(Where.ANYWHERE),
    /** 429 without a word for how long. */
    SLOW_DOWN_429_SILENT(Where.ANYWHERE),
    /** 500 before anything was done. */
    FAILURE_500(Where.ANYWHERE),
    /** 503 with {@code Retry-After}. */
    UNAVAILABLE_503(Where.ANYWHERE),
    /** The answer comes in small pieces with pauses. */
    SLOW_BYTES(Where.READS),
    /** The history gets another name; its records stay. */
    EPOCH_CHANGE(Where.HISTORY),
    /** The database goes back to an earlier state, and the history gets another name. */
    RESTORED_OLDER(Where.HISTORY),
    /** A newer server: fields and words in answers and in records that nobody knows. */
    UNKNOWN_FIELDS(Where.CHANGES),
    /** Something in between answers with what it was told earlier. */
    LATE_ECHO(Where.CHANGES),
    /** A snapshot does not say how much will come. */
    MISSING_TOTAL(Where.SNAPSHOT);

    /** Which requests a kind makes sense for. */
    private enum Where {
        ANYWHERE,
        READS,
        WRITES,
        CHANGES,
        SNAPSHOT,
        /** What changes the whole history: rarely, or no client would ever get on. */
        HISTORY
    }

    private final Where where;

    FaultKind(Where where) {
        this.where = where;
    }

    /** As it is written on the command line, such as {@code lost-reply}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it changes the history for everybody. */
    boolean changesHistory() {
        return where == Where.HISTORY;
    }

    static Optional<FaultKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** @param path without the query */
    boolean suits(String method, String path) {
        return switch (where) {
            case ANYWHERE -> true;
            case READS -> method.equals("GET") && !path.equals("/v1/events");
            case WRITES -> method.equals("POST") && path.equals("/v1/operations");
            case CHANGES, HISTORY -> path.equals("/v1/changes");
            case SNAPSHOT -> path.equals("/v1/snapshot");
        };
    }
}
