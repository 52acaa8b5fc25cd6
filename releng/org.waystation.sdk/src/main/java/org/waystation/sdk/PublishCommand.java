package org.waystation.sdk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waystation.plugins.verify.PackageVerifier;

/** {@code publish --repository DIR [--unsigned] [--against DIR] FILE…}. */
final class PublishCommand {

    private PublishCommand() {}

    static int run(List<String> words, PrintStream out) throws IOException {
        Options options = new Options("publish", words, Set.of("--repository", "--against"), Set.of("--unsigned"));
        Path folder = Path.of(
                        options.value("--repository").orElseThrow(() -> new Misuse("publish needs --repository DIR")))
                .toAbsolutePath()
                .normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Misuse("--repository: " + folder + " is no folder");
        }
        if (options.rest().isEmpty()) {
            throw new Misuse("publish needs a file: a .jar or .wsplugin");
        }
        PackageVerifier verifier = VerifyCommand.verifier(options);
        List<Publication> accepted = new ArrayList<>();
        for (Path file : VerifyCommand.files(options.rest())) {
            VerificationReport report = VerifyCommand.report(verifier, file);
            if (report.refused()) {
                throw new Failure(file + " is not published: " + report.reason() + " Nothing was changed.");
            }
            Publication publication =
                    new Publication(file, report.verification().orElseThrow());
            if (!publication.signed() && !options.has("--unsigned")) {
                throw new Failure(
                        file + " is not published: nobody signed it. Sign it with jarsigner, or say --unsigned"
                                + " for a repository of developers. Nothing was changed.");
            }
            accepted.add(publication);
        }
        new RepositoryWriter(folder).add(accepted);
        accepted.forEach(each -> out.println("Published " + each.id() + " " + each.version() + " in " + folder));
        return 0;
    }
}
