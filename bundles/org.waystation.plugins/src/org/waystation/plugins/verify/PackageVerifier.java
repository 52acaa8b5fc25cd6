package org.waystation.plugins.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.plugins.internal.pack.PackageLimits;
import org.waystation.plugins.internal.pack.PackageReader;
import org.waystation.plugins.internal.pack.PluginPackage;
import org.waystation.plugins.internal.trust.SignatureCheck;

/** Reads, checks and judges a package outside of a running program. */
public final class PackageVerifier {

    private final ProgramSurface program;
    private final Version api;

    /**
     * A verifier for one version of the program.
     *
     * @param api version of the published API as a whole
     */
    public PackageVerifier(ProgramSurface program, Version api) {
        this.program = program;
        this.api = api;
    }

    /**
     * Looks at a package; its file is not changed.
     *
     * @throws PluginRefusedException where it is no package at all, or its signature is broken
     */
    public Verification verify(Path file) throws IOException {
        Path staging = Files.createTempDirectory("waystation-verify");
        try {
            PluginPackage content = new PackageReader(PackageLimits.USUAL, api).read(file, staging);
            return new Rules(program).judge(content, new SignatureCheck().publisher(content));
        } finally {
            delete(staging);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
