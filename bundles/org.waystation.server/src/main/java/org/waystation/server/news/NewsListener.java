package org.waystation.server.news;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.server.account.AccessNews;
import org.waystation.server.database.Database;
import org.waystation.server.record.FeedHead;
import org.waystation.server.record.FeedWriter;

/** Hears from the database what any server on it committed. When the connection breaks it makes a new one. */
public final class NewsListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NewsListener.class);
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final LongConsumer onNews;
    private final Consumer<UUID> onAccess;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param onNews takes the last sequence that was committed
     * @param onAccess takes somebody whose access is another one now
     */
    public NewsListener(Database database, LongConsumer onNews, Consumer<UUID> onAccess) {
        this.database = database;
        this.onNews = onNews;
        this.onAccess = onAccess;
        // The driver offers no other way than a thread that waits in a read.
        this.thread = Thread.ofPlatform().daemon().name("news-listener").unstarted(this::run);
    }

    /** Starts, and returns when nothing committed from now on will be missed. */
    public void start() throws InterruptedException {
        thread.start();
        listening.await();
    }

    private void run() {
        while (closed.getCount() > 0) {
            try (Connection connection = database.connectAlone()) {
                listen(connection);
            } catch (SQLException e) {
                if (closed.getCount() > 0) {
                    LOG.atWarn()
                            .addKeyValue("sqlState", e.getSQLState())
                            .log("lost the connection that listens for news");
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + FeedWriter.CHANNEL);
            statement.execute("listen " + AccessNews.CHANNEL);
        }
        // What was committed while nobody listened.
        onNews.accept(FeedHead.read(connection).seq());
        listening.countDown();
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (closed.getCount() > 0) {
            for (PGNotification notification : postgres.getNotifications(Math.toIntExact(CHECK.toMillis()))) {
                if (notification.getName().equals(AccessNews.CHANNEL)) {
                    onAccess.accept(UUID.fromString(notification.getParameter()));
                } else {
                    onNews.accept(Long.parseLong(notification.getParameter()));
                }
            }
        }
    }

    private void pause() {
        try {
            closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    /** Ends at the latest when the next wait for news is over; the thread is a daemon. */
    @Override
    public void close() {
        closed.countDown();
        listening.countDown();
    }
}
