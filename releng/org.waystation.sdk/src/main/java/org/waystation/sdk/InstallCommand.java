package org.waystation.sdk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code sdk install [--to DIR]} and {@code sdk baseline}. */
final class InstallCommand {

    private InstallCommand() {}

    static int run(List<String> words, PrintStream out) throws IOException {
        if (words.equals(List.of("baseline"))) {
            BuiltParts parts = BuiltParts.fromProperties();
            new BaselineWriter(parts).write(parts.wrapper().resolve("releng/api-baseline"));
            out.println("The API as it is now is what later builds are compared with; see docs/api-policy.md");
            return 0;
        }
        if (words.isEmpty() || !words.get(0).equals("install")) {
            throw new Misuse("sdk knows: install [--to DIR], and baseline");
        }
        Options options = new Options("sdk install", words.subList(1, words.size()), Set.of("--to"), Set.of());
        if (!options.rest().isEmpty()) {
            throw new Misuse("sdk install takes no '" + options.rest().get(0) + "'");
        }
        Path target = Path.of(options.value("--to").orElse(Sdk.usual().toString()))
                .toAbsolutePath()
                .normalize();
        if (Files.exists(target) && !SdkInstaller.mayReplace(target)) {
            throw new Misuse("--to: " + target + " is there and holds something else than an SDK");
        }
        new SdkInstaller(BuiltParts.fromProperties()).install(target);
        out.println("SDK " + Sdk.VERSION + " in " + target);
        return 0;
    }
}
