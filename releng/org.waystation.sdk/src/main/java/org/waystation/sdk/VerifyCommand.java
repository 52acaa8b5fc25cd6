package org.waystation.sdk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Version;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.plugins.verify.JarSurface;
import org.waystation.plugins.verify.PackageVerifier;
import org.waystation.plugins.verify.ProgramSurface;
import org.waystation.plugins.verify.Verification;

/** {@code verify-plugin [--json] [--against DIR] FILE…}. */
final class VerifyCommand {

    private VerifyCommand() {}

    static int run(List<String> words, PrintStream out) throws IOException {
        Options options = new Options("verify-plugin", words, Set.of("--against"), Set.of("--json"));
        if (options.rest().isEmpty()) {
            throw new Misuse("verify-plugin needs a file: a .jar or .wsplugin");
        }
        List<Path> files = files(options.rest());
        PackageVerifier verifier = verifier(options);
        boolean refused = false;
        for (Path file : files) {
            VerificationReport report = report(verifier, file);
            out.println(options.has("--json") ? report.json() : report.text());
            refused |= report.refused();
        }
        return refused ? 1 : 0;
    }

    static List<Path> files(List<String> names) {
        List<Path> files = names.stream().map(Path::of).toList();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new Misuse(file + ": there is no such file");
            }
        }
        return files;
    }

    static VerificationReport report(PackageVerifier verifier, Path file) throws IOException {
        try {
            Verification verification = verifier.verify(file);
            return VerificationReport.of(file, verification);
        } catch (PluginRefusedException e) {
            return VerificationReport.refused(file, e.refusal());
        }
    }

    /** A verifier against the program in a folder, or the one that was built here. */
    static PackageVerifier verifier(Options options) throws IOException {
        String named = options.value("--against").orElse(System.getProperty("waystation.product", ""));
        Path bundles = Path.of(named).resolve("plugins");
        if (named.isBlank() || !Files.isDirectory(bundles)) {
            throw new Misuse("--against: " + named + " holds no workstation (no folder 'plugins' in it)");
        }
        ProgramSurface program = new JarSurface(bundles);
        return new PackageVerifier(program, Version.parseVersion(Sdk.VERSION));
    }
}
