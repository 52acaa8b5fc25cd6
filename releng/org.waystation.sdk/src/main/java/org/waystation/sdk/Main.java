package org.waystation.sdk;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** The command line of the SDK. Ends with 0 where all is well, 1 where something failed, 2 where it was not understood. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(new Main(System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> words) throws IOException {
        try {
            List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
            return switch (words.isEmpty() ? "" : words.get(0)) {
                case "sdk" -> InstallCommand.run(rest, out);
                case "new-plugin" -> NewPluginCommand.run(rest, out);
                case "verify-plugin" -> VerifyCommand.run(rest, out);
                case "publish" -> PublishCommand.run(rest, out);
                default -> throw new Misuse("say sdk, new-plugin, verify-plugin or publish");
            };
        } catch (Misuse e) {
            err.println("waystation: " + e.getMessage());
            return MISUSED;
        } catch (Failure e) {
            err.println("waystation: " + e.getMessage());
            return FAILED;
        }
    }
}
