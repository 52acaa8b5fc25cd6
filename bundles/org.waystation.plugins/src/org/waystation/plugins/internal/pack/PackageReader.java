package org.waystation.plugins.internal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;

/**
 * Reads a package: a bundle's jar, or a {@code .wsplugin}, which is a zip of several jars of which one is the plug-in.
 * The file is copied first and only the copy is looked at, so that what was verified is what will be installed.
 */
public final class PackageReader {

    private final PackageLimits limits;
    private final Version api;

    /**
     * @param api version of the published API that this program has
     */
    public PackageReader(PackageLimits limits, Version api) {
        this.limits = limits;
        this.api = api;
    }

    /**
     * Reads one package.
     *
     * @param staging an empty folder, where the package's bundles stay
     * @throws PluginRefusedException where it is not as it should be
     * @throws IOException where this machine could not read or write
     */
    public PluginPackage read(Path file, Path staging) throws IOException {
        Path copy = copy(file, staging);
        try {
            boolean zip = file.getFileName().toString().endsWith(".wsplugin");
            List<Path> jars = zip ? unpack(copy, staging) : List.of(copy);
            return read(copy, jars);
        } catch (ZipException | IllegalArgumentException e) {
            throw refuse(new Refusal.NotAnArchive(file.getFileName().toString(), String.valueOf(e.getMessage())));
        }
    }

    private Path copy(Path file, Path staging) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw refuse(new Refusal.NotAnArchive(String.valueOf(file.getFileName()), "there is no such file"));
        }
        Path copy = staging.resolve("package");
        try (InputStream in = Files.newInputStream(file);
                var out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > limits.file()) {
                    throw refuse(new Refusal.TooLarge("The package", Files.size(file), limits.file()));
                }
                out.write(buffer, 0, n);
            }
        }
        return copy;
    }

    private List<Path> unpack(Path copy, Path staging) throws IOException {
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            new ArchiveCheck(limits).check(zip);
            List<Path> jars = new ArrayList<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().indexOf('/') >= 0 || !entry.getName().endsWith(".jar")) {
                    throw unexpected("“" + entry.getName() + "” is not a jar in the top folder");
                }
                Path jar = staging.resolve("bundle-" + jars.size() + ".jar");
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, jar);
                }
                jars.add(jar);
            }
            return jars;
        }
    }

    private PluginPackage read(Path copy, List<Path> jars) throws IOException {
        ArchiveCheck check = new ArchiveCheck(limits);
        List<BundleFile> bundles = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Optional<PluginDescription> description = Optional.empty();
        for (Path jar : jars) {
            PluginHeaders headers = headers(jar, check);
            BundleFile bundle = bundle(jar, headers);
            if (!names.add(bundle.symbolicName())) {
                throw unexpected("the bundle “" + bundle.symbolicName() + "” is there twice");
            }
            boolean main = jars.size() == 1 || headers.isPlugin();
            if (main && description.isPresent()) {
                throw unexpected("more than one of its bundles says " + PluginHeaders.PLUGIN);
            }
            if (main) {
                description = Optional.of(headers.description());
            }
            bundles.add(main ? 0 : bundles.size(), bundle);
        }
        PluginDescription found =
                description.orElseThrow(() -> refuse(new Refusal.MissingHeader(PluginHeaders.PLUGIN)));
        checkApi(found);
        return new PluginPackage(found, Hashes.of(copy), bundles);
    }

    private static PluginHeaders headers(Path jar, ArchiveCheck check) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            check.check(zip);
            ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
            if (entry == null) {
                throw refuse(new Refusal.CorruptManifest("there is no " + JarFile.MANIFEST_NAME));
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return new PluginHeaders(parse(in.readAllBytes()).getMainAttributes());
            }
        }
    }

    private static Manifest parse(byte[] bytes) {
        try {
            return new Manifest(new java.io.ByteArrayInputStream(bytes));
        } catch (IOException | IllegalArgumentException e) {
            throw refuse(new Refusal.CorruptManifest(String.valueOf(e.getMessage())));
        }
    }

    private static BundleFile bundle(Path jar, PluginHeaders headers) throws IOException {
        String manifestVersion = headers.value(Constants.BUNDLE_MANIFESTVERSION)
                .orElseThrow(() -> refuse(new Refusal.MissingHeader(Constants.BUNDLE_MANIFESTVERSION)));
        if (!manifestVersion.strip().equals("2")) {
            throw refuse(new Refusal.MalformedHeader(Constants.BUNDLE_MANIFESTVERSION, "it must be 2"));
        }
        if (headers.value(Constants.FRAGMENT_HOST).isPresent()) {
            // A fragment's code runs as its host's, and would have the host's rights.
            throw unexpected("it holds a fragment, which would run as part of another bundle");
        }
        return new BundleFile(jar, Hashes.of(jar), headers.symbolicName(), headers.version());
    }

    private void checkApi(PluginDescription description) {
        Version wanted = Version.parseVersion(description.sinceApi());
        if (wanted.getMajor() != api.getMajor() || wanted.compareTo(api) > 0) {
            throw refuse(new Refusal.WrongApi(description.sinceApi(), api.toString()));
        }
    }

    private static PluginRefusedException unexpected(String detail) {
        return refuse(new Refusal.UnexpectedContent(detail));
    }

    private static PluginRefusedException refuse(Refusal refusal) {
        return new PluginRefusedException(refusal);
    }
}
