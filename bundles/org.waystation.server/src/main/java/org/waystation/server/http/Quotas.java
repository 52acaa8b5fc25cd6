package org.waystation.server.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.waystation.server.database.Database;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.session.Caller;

/**
 * How many requests a workstation may send a minute, and the account it is signed in with. What a workstation calls itself
 * is not proven, so that the account bounds who takes a new name for each request. Servers on one database count together:
 * each takes turns from it in blocks, one statement for many requests.
 */
final class Quotas {

    static final String WORKSTATION_ID = "Workstation-Id";

    /** An account's workstations together may send as much as so many of them. */
    static final int WORKSTATIONS = 4;

    private static final int BLOCKS = 20;
    private static final int REMEMBERED = 10_000;
    private static final double WINDOW_SECONDS = 60;
    private static final long NANOS = 1_000_000_000;
    /** Levels fall as a leaky bucket's do, by the database's clock, so that servers need not agree on the time. */
    private static final String TAKE = """
            insert into quota as q (holder, level, granted, at) values (?, ?, ?, clock_timestamp())
            on conflict (holder) do update set (level, granted, at) = (
                select l.level + g.granted, g.granted, greatest(q.at, excluded.at)
                from (select greatest(0, q.level - greatest(0, extract(epoch from excluded.at - q.at)) * ?) as level) l,
                     lateral (select floor(least(excluded.granted, greatest(0, ? - l.level))) as granted) g)
            returning granted, level""";

    private final Database database;
    private final long perMinute;
    private final Map<String, Share> shares = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Share> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param perMinute requests that one workstation may send a minute
     */
    Quotas(Database database, long perMinute) {
        this.database = database;
        this.perMinute = perMinute;
    }

    /**
     * One turn of the workstation that the request comes from.
     *
     * @throws ProblemException if its turns are used up, or what it calls itself is no UUID
     */
    void requireTurn(Request request, Response response, Caller caller) throws SQLException {
        UUID workstation = Optional.ofNullable(request.getHeaders().get(WORKSTATION_ID))
                .map(text -> Parameters.id(WORKSTATION_ID, text))
                .orElse(caller.program());
        long together = perMinute * WORKSTATIONS;
        response.getHeaders()
                .put(
                        "RateLimit-Policy",
                        "\"workstation\";q=" + perMinute + ";w=60, \"account\";q=" + together + ";w=60");
        Turn own = take(caller.id() + " " + workstation, perMinute);
        if (!own.granted()) {
            refuse(response, "workstation", own, perMinute);
        }
        Turn all = take(caller.id().toString(), together);
        if (!all.granted()) {
            refuse(response, "account", all, together);
        }
        boolean accountIsShorter = all.left() < own.left();
        tell(response, accountIsShorter ? "account" : "workstation", accountIsShorter ? all : own);
    }

    /** One turn of this holder, of so many in a minute. */
    Turn take(String holder, long limit) throws SQLException {
        Share share;
        synchronized (shares) {
            share = shares.computeIfAbsent(holder, missing -> new Share(holder, limit));
        }
        return share.take();
    }

    private static void refuse(Response response, String policy, Turn turn, long limit) {
        tell(response, policy, turn);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, turn.seconds());
        throw new ProblemException(
                ProblemCode.TOO_MANY_REQUESTS,
                "At most " + limit + " requests a minute for one " + policy + "; wait " + turn.seconds() + " s.");
    }

    /** The fields of draft-ietf-httpapi-ratelimit-headers. */
    private static void tell(Response response, String policy, Turn turn) {
        response.getHeaders().put("RateLimit", "\"" + policy + "\";r=" + turn.left() + ";t=" + turn.seconds());
    }

    /**
     * What came of asking for a turn.
     *
     * @param left turns that are left
     * @param seconds until there is one again; where it was granted, what the limit is counted over
     */
    record Turn(boolean granted, long left, long seconds) {}

    /** What this server has in hand of somebody's turns. */
    private final class Share {

        private final String holder;
        private final long limit;
        private final long block;
        private long inHand;
        /** What was left for all servers when this one last asked. */
        private long elsewhere;

        private long refusedUntil = System.nanoTime();

        Share(String holder, long limit) {
            this.holder = holder;
            this.limit = limit;
            this.block = Math.max(1, limit / BLOCKS);
        }

        synchronized Turn take() throws SQLException {
            // A flood of requests that are refused costs a statement a second.
            if (inHand == 0 && System.nanoTime() - refusedUntil >= 0) {
                borrow();
            }
            if (inHand == 0) {
                long wait = Math.max(0, refusedUntil - System.nanoTime());
                return new Turn(false, 0, Math.ceilDiv(wait, NANOS));
            }
            inHand--;
            return new Turn(true, inHand + elsewhere, (long) WINDOW_SECONDS);
        }

        private void borrow() throws SQLException {
            double perSecond = limit / WINDOW_SECONDS;
            try (Connection connection = database.connect();
                    PreparedStatement statement = connection.prepareStatement(TAKE)) {
                statement.setString(1, holder);
                statement.setDouble(2, block);
                statement.setDouble(3, block);
                statement.setDouble(4, perSecond);
                statement.setDouble(5, limit);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    inHand = (long) row.getDouble(1);
                    double level = row.getDouble(2);
                    elsewhere = Math.max(0, (long) (limit - level));
                    double untilOne = inHand > 0 ? 0 : Math.max(1, (1 - (limit - level)) / perSecond);
                    refusedUntil = System.nanoTime() + (long) (untilOne * NANOS);
                }
            }
        }
    }
}
