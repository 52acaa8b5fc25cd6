package org.waystation.sdk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code new-plugin ID --kind KIND [--to DIR] [--name NAME] [--vendor NAME] [--sdk DIR]}. */
final class NewPluginCommand {

    private static final Set<String> VALUED = Set.of("--kind", "--to", "--name", "--vendor", "--sdk");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private static final Pattern SHOWN = Pattern.compile("[^\"<>&\\p{Cntrl}]{1,60}");
    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "true",
            "false",
            "null");

    private NewPluginCommand() {}

    static int run(List<String> words, PrintStream out) throws IOException {
        Options options = new Options("new-plugin", words, VALUED, Set.of());
        if (options.rest().size() != 1) {
            throw new Misuse("new-plugin needs one id, such as com.acme.hello, and --kind");
        }
        String id = checkedId(options.rest().get(0));
        String word = options.value("--kind").orElseThrow(() -> new Misuse("new-plugin needs --kind: " + words()));
        PluginKind kind = PluginKind.of(word).orElseThrow(() -> new Misuse("unknown kind '" + word + "': " + words()));
        Path folder = Path.of(options.value("--to").orElse(id)).toAbsolutePath().normalize();
        if (Files.exists(folder)) {
            throw new Misuse(folder + " is there already; choose another place with --to");
        }
        String[] parts = id.split("\\.");
        PluginProject project = new PluginProject(
                id,
                kind,
                shown(options, "--name", capital(parts[parts.length - 1])),
                shown(options, "--vendor", capital(parts[parts.length - 2])));
        project.write(Sdk.at(options), folder);
        out.println("Plug-in project " + id + " (" + kind.word() + ") in " + folder);
        out.println("Build and test it:  cd " + folder + " && ./mvnw verify");
        out.println("See it on screen:   ./waystation run --with " + folder + "/target/" + id + "-1.0.0.jar");
        return 0;
    }

    private static String checkedId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new Misuse("'" + id
                    + "' is no id for a plug-in: use two or more words of small letters, digits and _ with dots between,"
                    + " such as com.acme.hello");
        }
        for (String part : id.split("\\.")) {
            if (RESERVED.contains(part)) {
                throw new Misuse("'" + id + "' is no id for a plug-in: '" + part + "' is a word of the Java language");
            }
        }
        if (id.startsWith("org.waystation.") || id.startsWith("java.") || id.startsWith("javax.")) {
            throw new Misuse("'" + id + "' would be of the program or of Java; begin with a name of your own");
        }
        return id;
    }

    private static String shown(Options options, String option, String fallback) {
        String value = options.value(option).orElse(fallback);
        if (!SHOWN.matcher(value).matches()) {
            throw new Misuse(option + " takes up to 60 characters without quotation marks, < > and &");
        }
        return value;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).replace('_', ' ');
    }

    private static String words() {
        return String.join(", ", PluginKind.words());
    }
}
