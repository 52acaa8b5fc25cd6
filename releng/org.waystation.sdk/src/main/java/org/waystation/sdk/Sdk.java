package org.waystation.sdk;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An installed SDK.
 *
 * <pre>
 * repository/   the released API, the testkit and the target platform, as Maven artifacts
 * workstation/  the program, for tests and for running plug-ins
 * driver/       what tests look through
 * samples/      one project for each kind; new projects are made from them
 * </pre>
 */
record Sdk(Path root) {

    /** The version under which the API is released; its packages carry versions of their own. */
    static final String VERSION = "1.0.0";

    static final String GROUP = "org.waystation";

    Path repository() {
        return root.resolve("repository");
    }

    Path workstation() {
        return root.resolve("workstation");
    }

    Path driver() {
        return root.resolve("driver");
    }

    Path samples() {
        return root.resolve("samples");
    }

    /** The one at the place named, or at the usual place. */
    static Sdk at(Options options) {
        Path root = Path.of(options.value("--sdk").orElse(usual().toString())).toAbsolutePath();
        Sdk sdk = new Sdk(root.normalize());
        if (!Files.isDirectory(sdk.samples())) {
            throw new Failure("no SDK in " + sdk.root() + "; run ./waystation sdk install first");
        }
        return sdk;
    }

    static Path usual() {
        String named = System.getProperty("waystation.sdk", "");
        return named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "waystation", "sdk")
                : Path.of(named);
    }
}
