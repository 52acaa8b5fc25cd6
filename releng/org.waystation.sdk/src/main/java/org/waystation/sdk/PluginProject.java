package org.waystation.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A new project: the sample of its kind under another name, so that what is generated is what is documented and tested.
 *
 * @param id the plug-in's id, which is also its package and the name of its artifact
 * @param name as people see it
 * @param vendor who makes it
 */
record PluginProject(String id, PluginKind kind, String name, String vendor) {

    private static final Pattern NAME = Pattern.compile("(?s)(</version>\\s*<name>)[^<]*(</name>)");
    private static final Pattern VENDOR = Pattern.compile("vendor=\"[^\"]*\"");

    /** Writes the project, or nothing at all. */
    void write(Sdk sdk, Path folder) throws IOException {
        Path sample = sdk.samples().resolve(kind.word());
        if (!Files.isDirectory(sample)) {
            throw new Failure("the SDK in " + sdk.root() + " has no sample for " + kind.word()
                    + "; install it again: ./waystation sdk install");
        }
        Files.createDirectories(folder.getParent());
        Path fresh = Files.createTempDirectory(folder.getParent(), ".new-plugin");
        try {
            for (Path path : Folders.all(sample)) {
                if (Files.isRegularFile(path)) {
                    Path target = fresh.resolve(renamed(sample.relativize(path)));
                    Files.createDirectories(target.getParent());
                    Files.writeString(target, renamed(Files.readString(path)));
                }
            }
            wrapper(sdk, fresh);
            Files.writeString(fresh.resolve("README.md"), readme(sdk));
            Files.writeString(fresh.resolve(".gitignore"), "target/\n");
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(fresh);
        }
    }

    private String renamed(Path relative) {
        String path = relative.toString().replace('\\', '/');
        return path.replace(kind.sample().replace('.', '/'), id.replace('.', '/'));
    }

    private String renamed(String text) {
        String own = text.replace(kind.sample(), id);
        String vendored = VENDOR.matcher(own).replaceAll(Matcher.quoteReplacement("vendor=\"" + vendor + "\""));
        return NAME.matcher(vendored).replaceFirst("$1" + Matcher.quoteReplacement(name) + "$2");
    }

    /** Maven comes with the project, and finds the SDK as a second local repository that it only reads. */
    private static void wrapper(Sdk sdk, Path project) throws IOException {
        Path wrapper = sdk.root().resolve("wrapper");
        Folders.copy(wrapper, project, path -> true);
        Files.writeString(
                project.resolve(".mvn/maven.config"),
                "-Dmaven.repo.local.tail=" + sdk.repository() + "\n-Dwaystation.sdk=" + sdk.root() + "\n");
    }

    private String readme(Sdk sdk) throws IOException {
        try (InputStream in = PluginProject.class.getResourceAsStream("project-readme.md")) {
            String text = new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("@name@", name)
                    .replace("@id@", id)
                    .replace("@kind@", kind.word())
                    .replace("@sdk@", sdk.root().toString());
        }
    }
}
