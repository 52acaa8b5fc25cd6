package org.waystation.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small house in a folder of its own, sound until something wrong is planted in it. */
final class PlantedHouse {

    private final Path root;

    PlantedHouse(Path root) throws IOException {
        this.root = root;
        write("NOTICE", "");
        bundle("org.waystation.api", "Export-Package: org.waystation.api.record;version=\"1.0.0\"");
        bundle(
                "org.waystation.store",
                "Export-Package: org.waystation.store;version=\"1.0.0\"",
                "Import-Package: org.waystation.api.record;version=\"[1.0.0,2.0.0)\"");
        bundle("org.waystation.sync", "Import-Package: org.waystation.store;version=\"[1.0.0,2.0.0)\"");
        bundle("org.waystation.shell", "Export-Package: org.waystation.shell.table;version=\"1.0.0\"");
        bundle(
                "org.waystation.tickets.ui",
                "Import-Package: org.waystation.api.record, org.waystation.shell.table",
                "Require-Bundle: org.eclipse.swt");
        write("bundles/org.waystation.server/src/main/java/org/waystation/server/package-info.java", """
                @org.jspecify.annotations.NullMarked
                package org.waystation.server;
                """);
    }

    /** A bundle with one null-marked package, in the feature; replaces the one of the same name. */
    PlantedHouse bundle(String name, String... headers) throws IOException {
        manifest(name, headers);
        source(name, "package-info", "@org.jspecify.annotations.NullMarked\npackage " + name + ";\n");
        Path feature = root.resolve("features/all/feature.xml");
        String others = Files.exists(feature) ? Files.readString(feature) : "";
        write("features/all/feature.xml", others + "<plugin id=\"" + name + "\"/>\n");
        return this;
    }

    PlantedHouse manifest(String name, String... headers) throws IOException {
        String manifest = "Bundle-SymbolicName: " + name + "\nBundle-RequiredExecutionEnvironment: JavaSE-21\n"
                + String.join("\n", headers) + "\n";
        return write("bundles/" + name + "/META-INF/MANIFEST.MF", manifest);
    }

    /** A Java file in the package that is named as the bundle. */
    PlantedHouse source(String bundle, String type, String code) throws IOException {
        return write("bundles/" + bundle + "/src/" + bundle.replace('.', '/') + "/" + type + ".java", code);
    }

    PlantedHouse write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    House read() throws IOException {
        return House.read(root);
    }
}
