package org.waystation.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.server.backup.Backup;
import org.waystation.server.database.Database;
import org.waystation.server.database.PrivateFile;
import org.waystation.server.database.Reach;
import org.waystation.server.database.Roles;
import org.waystation.server.database.Scope;
import org.waystation.server.kind.Kinds;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Role;
import org.waystation.server.signin.Links;
import org.waystation.server.transfer.CsvImport;

/** What is done to a server's data besides serving it. */
public final class Commands {

    /** Help for people. */
    public static final String HELP = """
            Other commands:
              user …               people who can sign in; user --help tells more
              setup-link           prints the link to make the first account of a new server
              import companies|contacts|assets FILE [--dry-run]
                                   makes records from a table in CSV; all lines or none
              backup FILE          writes the whole database into a new file; the server may be running
              restore FILE         fills an empty database from a backup; clients then fetch everything anew
            with
            """ + Target.HELP + """
              --public-url URL      how people reach the server, for links (default: http://127.0.0.1:8080)
            """;

    /** Help for the command user. */
    public static final String USER_HELP = UserCommand.HELP;

    private static final Set<String> KINDS = Set.of("companies", "contacts", "assets");

    private final PrintStream out;

    public Commands(PrintStream out) {
        this.out = out;
    }

    /**
     * @return the program's exit code
     */
    public int run(List<String> words) throws Exception {
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "user" -> new UserCommand(out).run(rest);
            case "setup-link" -> setUpLink(rest);
            case "import" -> {
                return imports(rest);
            }
            case "backup" -> backup(rest);
            case "restore" -> restore(rest);
            default ->
                throw new UsageException("Unknown command '" + words.getFirst()
                        + "'; there are: serve, user, setup-link, import, backup, restore.");
        }
        return 0;
    }

    private void setUpLink(List<String> rest) throws Exception {
        Words in = words(rest, Set.of(), "--public-url");
        try (Reach reach = new Target(in).open();
                Connection connection = Database.connect(reach.server())) {
            if (!new org.waystation.server.account.Accounts().isEmpty(connection)) {
                throw new UsageException("The server has accounts already; user add makes more.");
            }
            out.println(link(NetOptions.publicUrl(in), "/setup", new Links().forSetUp(connection)));
        }
    }

    static String link(Optional<URI> publicUrl, String path, String code) {
        String base = publicUrl.map(URI::toString).orElse("http://127.0.0.1:8080");
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path + "?code=" + code;
    }

    private int imports(List<String> rest) throws Exception {
        if (rest.size() < 2 || !KINDS.contains(rest.getFirst())) {
            throw new UsageException("Say what to import: import companies|contacts|assets FILE --data DIR.");
        }
        Path file = existing(rest.get(1));
        Words in = words(rest.subList(2, rest.size()), Set.of("--dry-run"));
        var kind = Kinds.all().stream()
                .filter(definition -> definition.path().equals(rest.getFirst()))
                .findFirst()
                .orElseThrow();
        Caller operator = new Caller(new UUID(0, 0), "import", "", Role.LEAD, Scope.EVERYTHING, 0);
        try (Reach reach = new Target(in).open();
                Database database = new Database(reach.server());
                Reader table = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            CsvImport.Result result = new CsvImport(database, operator, kind).run(table, !in.has("--dry-run"));
            for (CsvImport.Fault fault : result.faults()) {
                out.println(file.getFileName() + ":" + fault.line() + ": " + fault.text());
            }
            String records = result.made() + " " + rest.getFirst();
            if (!result.faults().isEmpty()) {
                out.println(result.faults().size() + " lines are wrong; nothing was imported.");
                return 1;
            }
            out.println(in.has("--dry-run") ? records + " would be made." : records + " made.");
            return 0;
        }
    }

    private static Path existing(String name) throws UsageException {
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new UsageException("The file " + name + " cannot be read.");
        }
        return file;
    }

    private void backup(List<String> rest) throws Exception {
        Path file = Path.of(argument(rest, "backup FILE --data DIR"));
        Target target = new Target(words(rest.subList(1, rest.size()), Set.of()));
        if (Files.exists(file)) {
            throw new UsageException("The file " + file + " exists; a backup never replaces another.");
        }
        PrivateFile.write(file, "");
        try (Reach reach = target.open();
                Connection owner = Database.connect(reach.owner());
                OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.println(new Backup().write(owner, stream) + " rows written to " + file + ".");
        } catch (Exception e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void restore(List<String> rest) throws Exception {
        Path file = existing(argument(rest, "restore FILE --data DIR"));
        try (Reach reach = new Target(words(rest.subList(1, rest.size()), Set.of())).openAlone();
                InputStream stream = Files.newInputStream(file)) {
            try (Connection server = Database.connect(reach.server())) {
                new Roles().requireRoles(server);
            }
            try (Connection owner = Database.connect(reach.owner())) {
                out.println(new Backup().restore(owner, stream) + " rows restored from " + file + ".");
            }
            reach.prepare();
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String argument(List<String> rest, String usage) throws UsageException {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new UsageException("Say which file: " + usage + ".");
        }
        return rest.getFirst();
    }

    static Words words(List<String> rest, Set<String> flags, String... more) throws UsageException {
        Set<String> names = new HashSet<>(Target.NAMES);
        names.addAll(List.of(more));
        return new Words(rest, flags, names);
    }
}
