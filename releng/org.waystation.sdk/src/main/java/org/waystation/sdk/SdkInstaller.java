package org.waystation.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.waystation.sdk.MavenFolder.Coordinates;

/** Lays out an SDK in a folder beside the target, and puts it in its place as a whole. */
final class SdkInstaller {

    /** Third parties' bundles that plug-ins are compiled against; all others are the program's own affair. */
    private static final List<String> PLATFORM = List.of(
            "jakarta.annotation-api",
            "jakarta.inject.jakarta.inject-api",
            "org.eclipse.core.commands",
            "org.eclipse.core.jobs",
            "org.eclipse.e4.core.",
            "org.eclipse.e4.ui.di",
            "org.eclipse.e4.ui.model.workbench",
            "org.eclipse.e4.ui.services",
            "org.eclipse.e4.ui.workbench",
            "org.eclipse.emf.common",
            "org.eclipse.emf.ecore",
            "org.eclipse.equinox.common",
            "org.eclipse.jface",
            "org.eclipse.osgi",
            "org.eclipse.swt",
            "org.jspecify.jspecify",
            "org.osgi.service.event",
            "slf4j.api");

    static final Set<String> PUBLISHED = Set.of("org.waystation.api", "org.waystation.shell");

    private final BuiltParts parts;

    SdkInstaller(BuiltParts parts) {
        this.parts = parts;
    }

    /** An SDK may be replaced by another one; any other folder may not. */
    static boolean mayReplace(Path target) throws IOException {
        try (Stream<Path> children = Files.list(target)) {
            return Files.isDirectory(new Sdk(target).samples()) && Files.isDirectory(new Sdk(target).repository())
                    || children.findAny().isEmpty();
        }
    }

    void install(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Sdk fresh = new Sdk(Files.createTempDirectory(target.getParent(), ".sdk"));
        try {
            fill(fresh);
            Path old = fresh.root().resolveSibling(fresh.root().getFileName() + ".old");
            if (Files.exists(target)) {
                Files.move(target, old);
            }
            Files.move(fresh.root(), target, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(old);
        } finally {
            Folders.delete(fresh.root());
        }
    }

    private void fill(Sdk sdk) throws IOException {
        MavenFolder repository = new MavenFolder(sdk.repository());
        StringBuilder platform = new StringBuilder();
        for (BundleJar bundle : BundleJar.in(parts.product().resolve("plugins"))) {
            if (PUBLISHED.contains(bundle.name())) {
                Coordinates name = new Coordinates(Sdk.GROUP, bundle.name(), Sdk.VERSION);
                Path published = Files.createTempFile("published", ".jar");
                bundle.writePublished(published);
                repository.jar(name, published);
                Files.delete(published);
                platform.append(name.dependency(""));
            } else if (PLATFORM.stream().anyMatch(bundle.name()::startsWith)) {
                Coordinates name = new Coordinates(Sdk.GROUP + ".platform", bundle.name(), bundle.version());
                repository.jar(name, bundle.file());
                platform.append(name.dependency(""));
            }
        }
        platform.append(ownLibrary(repository, "org.osgi.service.component.annotations"));
        repository.list(new Coordinates(Sdk.GROUP, "waystation-platform", Sdk.VERSION), platform.toString());
        testkit(repository);
        repository.pom(new Coordinates(Sdk.GROUP, "waystation-plugin", Sdk.VERSION), parent());
        Folders.copy(parts.product(), sdk.workstation(), path -> true);
        Path driver = only(parts.driver(), "org.waystation.driver-");
        Files.createDirectories(sdk.driver());
        Files.copy(driver, sdk.driver().resolve(driver.getFileName()));
        Folders.copy(parts.samples(), sdk.samples(), SdkInstaller::isSource);
        Folders.copy(
                parts.wrapper(),
                sdk.root().resolve("wrapper"),
                path -> path.startsWith(".mvn/wrapper")
                        || path.toString().equals("mvnw")
                        || path.toString().equals("mvnw.cmd"));
    }

    private static boolean isSource(Path relative) {
        return Stream.of(relative.toString().split("[/\\\\]"))
                .noneMatch(part -> part.equals("target") || part.startsWith("org.waystation."));
    }

    private void testkit(MavenFolder repository) throws IOException {
        StringBuilder needs =
                new StringBuilder(new Coordinates(Sdk.GROUP, "org.waystation.api", Sdk.VERSION).dependency(""));
        for (String library : List.of(
                "jackson-databind", "jackson-core", "jackson-annotations", "awaitility", "hamcrest", "jspecify")) {
            needs.append(ownLibrary(repository, library));
        }
        repository.jar(
                new Coordinates(Sdk.GROUP, "org.waystation.testkit", Sdk.VERSION),
                only(parts.testkit(), "org.waystation.testkit-"),
                needs.toString());
    }

    /** A library that this program has beside it, and the program does not. */
    private String ownLibrary(MavenFolder repository, String name) throws IOException {
        Path jar = only(parts.lib(), name + "-");
        String file = jar.getFileName().toString();
        String version = file.substring(name.length() + 1, file.length() - ".jar".length());
        Coordinates coordinates = new Coordinates(Sdk.GROUP + ".platform", name, version);
        repository.jar(coordinates, jar);
        return coordinates.dependency("");
    }

    private static Path only(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(prefix + "\\d.*(?<!-sources)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new Failure("no " + prefix + "*.jar in " + folder));
        }
    }

    private static String parent() throws IOException {
        try (InputStream in = SdkInstaller.class.getResourceAsStream("plugin-parent.xml")) {
            if (in == null) {
                throw new IllegalStateException("plugin-parent.xml is not in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@sdk@", Sdk.VERSION);
        }
    }
}
