package org.waystation.server;

import java.util.List;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.server.cli.Commands;
import org.waystation.server.cli.LogFormat;
import org.waystation.server.cli.ServeCommand;
import org.waystation.server.cli.ServeOptions;
import org.waystation.server.cli.UsageException;

/** The server's command line. Exit code 0 after an orderly stop, 1 after a failure, 2 for a wrong command line. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    static {
        // The standard log manager closes its handlers at the first sign of a shutdown, before we have said goodbye.
        System.setProperty("java.util.logging.manager", KeepLogging.class.getName());
    }

    private Main() {}

    public static void main(String[] args) {
        LogFormat.install();
        List<String> words = List.of(args);
        if (words.contains("--help")) {
            System.out.print(help(words));
            return;
        }
        try {
            if (words.isEmpty()) {
                throw new UsageException(
                        "Say what to do: serve, user, setup-link, import, backup or restore. --help tells more.");
            }
            if (words.getFirst().equals("serve")) {
                new ServeCommand(System.in).run(words.subList(1, words.size()));
            } else {
                int result = new Commands(System.out).run(words);
                if (result != 0) {
                    System.exit(result);
                }
            }
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USAGE);
        } catch (Exception e) {
            logger().atError().setCause(e).log("The server cannot run: {}", e.getMessage());
            System.exit(FAILED);
        }
    }

    private static String help(List<String> words) {
        return words.getFirst().equals("user") ? Commands.USER_HELP : ServeOptions.HELP + "\n" + Commands.HELP;
    }

    private static Logger logger() {
        return LoggerFactory.getLogger(Main.class);
    }

    /** Leaves the handlers alone when the virtual machine goes down; the process ends soon enough. */
    public static final class KeepLogging extends LogManager {
        @Override
        public void reset() {
            if (Thread.currentThread().getName().startsWith("main")) {
                super.reset();
            }
        }
    }
}
