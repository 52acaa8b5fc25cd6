package org.waystation.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.waystation.server.database.Reach;

/** The database that a command works on: {@code --data DIR}, or {@code --database URL} with its owner. */
final class Target {

    static final Set<String> NAMES = Set.of("--data", "--database", "--database-owner");

    static final String HELP = """
              --data DIR            the server's data folder; the server may be running
              --database URL        the server's PostgreSQL, and
              --database-owner URL  the same as the role that owns the tables (default: --database)
            """;

    private final Optional<Path> data;
    private final Optional<String> database;
    private final Optional<String> owner;

    Target(Words in) throws UsageException {
        data = in.value("--data").map(Path::of);
        database = in.value("--database");
        owner = in.value("--database-owner");
        if (data.isPresent() == database.isPresent()) {
            throw new UsageException("Give either --data DIR or --database URL.");
        }
        for (Optional<String> url : java.util.List.of(database, owner)) {
            if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
                throw new UsageException("--database must be a URL such as jdbc:postgresql://localhost/waystation.");
            }
        }
    }

    /** Ready for work, its schema brought forward. */
    Reach open() throws IOException, SQLException {
        Reach reach = database.isPresent()
                ? Reach.external(database.get(), owner)
                : Reach.embeddedOrRunning(data.orElseThrow());
        try {
            reach.prepare();
        } catch (SQLException | RuntimeException e) {
            reach.close();
            throw e;
        }
        return reach;
    }

    /** As it is, with no server on it. */
    Reach openAlone() throws IOException, SQLException {
        return database.isPresent() ? Reach.external(database.get(), owner) : Reach.embedded(data.orElseThrow());
    }
}
