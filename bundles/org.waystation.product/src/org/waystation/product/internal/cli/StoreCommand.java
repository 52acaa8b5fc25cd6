package org.waystation.product.internal.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.waystation.store.StoreDoctor;
import org.waystation.vault.ClosedProfile;
import org.waystation.vault.UnlockSource;

/** {@code store check} and {@code store repair} of the command line. Result: 0 well, 1 not well, 2 not understood. */
public final class StoreCommand {

    private static final int WELL = 0;
    private static final int NOT_WELL = 1;
    private static final int MISUSE = 2;
    private static final String USAGE = "say: store check|repair --profile DIR [--unlock FILE]";

    private final PrintStream out;
    private final PrintStream err;

    StoreCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new StoreCommand(System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        Iterator<String> words = arguments.iterator();
        String task = words.hasNext() ? words.next() : "";
        Optional<Path> profile = Optional.empty();
        Optional<Path> unlock = Optional.empty();
        while (words.hasNext()) {
            String option = words.next();
            if (!words.hasNext() || !List.of("--profile", "--unlock").contains(option)) {
                return misuse("unknown or incomplete option '" + option + "'; " + USAGE);
            }
            Optional<Path> value = Optional.of(Path.of(words.next()));
            if (option.equals("--profile")) {
                profile = value;
            } else {
                unlock = value;
            }
        }
        if (!List.of("check", "repair").contains(task) || profile.isEmpty()) {
            return misuse(USAGE);
        }
        try (ClosedProfile held = ClosedProfile.open(profile.get(), secret(unlock))) {
            StoreDoctor doctor = new StoreDoctor(held.store());
            return task.equals("check") ? check(doctor, held.key()) : repair(doctor, held.key());
        } catch (IOException e) {
            err.println("waystation: " + e.getMessage());
            return NOT_WELL;
        }
    }

    private int check(StoreDoctor doctor, byte[] key) throws IOException {
        List<String> findings = doctor.check(key);
        if (findings.isEmpty()) {
            out.println("The local data is well.");
            return WELL;
        }
        findings.forEach(out::println);
        out.println("Repair it with: ./waystation store repair --profile DIR");
        return NOT_WELL;
    }

    private int repair(StoreDoctor doctor, byte[] key) throws IOException {
        out.println(doctor.repair(key).orElse("The local data is well; nothing was changed."));
        return WELL;
    }

    private static UnlockSource secret(Optional<Path> unlock) {
        return unlock.map(ClosedProfile::secretIn).orElse(() -> {
            Console console = System.console();
            if (console == null) {
                throw new IOException("There is nobody to ask for the passphrase: name a file with --unlock FILE.");
            }
            return console.readPassword("Passphrase: ");
        });
    }

    private int misuse(String sentence) {
        err.println("waystation: " + sentence);
        return MISUSE;
    }
}
