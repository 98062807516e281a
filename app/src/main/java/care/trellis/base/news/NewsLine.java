package care.trellis.base.news;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one connection of this copy that listens. It comes back by itself after the database was
 * away, and then says that changes may have been missed.
 */
@Component
class NewsLine implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NewsLine.class);
    private static final int WAIT_MILLIS = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource pool;
    private final News news;
    private volatile @Nullable Thread listener;

    NewsLine(DataSource pool, News news) {
        this.pool = pool;
        this.news = news;
    }

    @Override
    public void start() {
        // known before it runs: it listens only as long as it is the one that is known
        var thread = Thread.ofPlatform().daemon().name("news-line").unstarted(this::listen);
        listener = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = listener;
        listener = null;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofMillis(WAIT_MILLIS + 1_000));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private void listen() {
        while (listener == Thread.currentThread()) {
            try (var connection = pool.getConnection()) {
                hold(connection);
            } catch (SQLException lost) {
                if (isRunning()) {
                    LOG.warn("The line for news is down ({}), trying again", lost.getSQLState());
                    pause();
                }
            }
        }
    }

    private void hold(Connection connection) throws SQLException {
        execute(connection, "listen " + News.CHANNEL);
        news.lineRestored();
        var line = connection.unwrap(PGConnection.class);
        try {
            while (listener == Thread.currentThread()) {
                for (var notification : line.getNotifications(WAIT_MILLIS)) {
                    hear(notification.getParameter());
                }
            }
        } finally {
            if (connection.isValid(1)) {
                execute(connection, "unlisten *");
            }
        }
    }

    private void hear(String text) {
        try {
            news.heard(Change.read(text));
        } catch (RuntimeException unreadable) {
            LOG.warn("A change could not be passed on", unreadable);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
