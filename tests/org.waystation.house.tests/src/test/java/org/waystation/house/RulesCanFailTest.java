package org.waystation.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule, held against a small house in which one thing is wrong. */
class RulesCanFailTest {

    @TempDir
    private Path root;

    private PlantedHouse house;

    @BeforeEach
    void build() throws IOException {
        house = new PlantedHouse(root);
    }

    @Test
    void nothingIsWrongWithTheHouseItself() throws IOException {
        for (Named<Rule> rule : HouseTest.rules()) {
            assertEquals(List.of(), rule.getPayload().violations(house.read()), rule.getName());
        }
    }

    @Test
    void importOfAHigherFloor() throws IOException {
        house.manifest(
                "org.waystation.store",
                "Export-Package: org.waystation.store;version=\"1.0.0\"",
                "Import-Package: org.waystation.shell.table");
        expect(
                new FloorRule(),
                "org.waystation.store (floor 1) imports org.waystation.shell.table of org.waystation.shell (floor 3)");
    }

    @Test
    void bundleOfTheSameFloor() throws IOException {
        house.manifest("org.waystation.sync", "Require-Bundle: org.waystation.sessions;bundle-version=\"1.0.0\"");
        expect(new FloorRule(), "org.waystation.sync (floor 2) requires org.waystation.sessions (floor 2)");
    }

    @Test
    void screenThatReachesBelowTheShell() throws IOException {
        house.manifest("org.waystation.tickets.ui", "Import-Package: org.waystation.store");
        expect(
                new FloorRule(),
                "org.waystation.tickets.ui (floor 4) imports org.waystation.store of org.waystation.store (floor 1)");
    }

    @Test
    void screenThatUsesAnEngineThatIsNotItsOwn() throws IOException {
        house.manifest("org.waystation.tickets.ui", "Require-Bundle: org.waystation.sessions");
        expect(new FloorRule(), "org.waystation.tickets.ui (floor 4) requires org.waystation.sessions (floor 2)");
    }

    /** What a screen may use of its own engine, no other screen may, nor may the engine use the screen. */
    @Test
    void screensOfSomebodyElsesEngine() throws IOException {
        house.bundle("org.waystation.backend.rt", "Export-Package: org.waystation.backend.rt;version=\"1.0.0\"")
                .bundle("org.waystation.backend.rt.ui", "Import-Package: org.waystation.backend.rt");
        assertEquals(List.of(), new FloorRule().violations(house.read()), "its own");
        house.manifest("org.waystation.tickets.ui", "Import-Package: org.waystation.backend.rt");
        expect(
                new FloorRule(),
                "org.waystation.tickets.ui (floor 4) imports org.waystation.backend.rt of org.waystation.backend.rt"
                        + " (floor 2)");
        house.manifest("org.waystation.tickets.ui", "Import-Package: org.waystation.api.record")
                .manifest(
                        "org.waystation.backend.rt.ui",
                        "Export-Package: org.waystation.backend.rt.ui;version=\"1.0.0\"")
                .manifest(
                        "org.waystation.backend.rt",
                        "Import-Package: org.waystation.backend.rt.ui",
                        "Export-Package: org.waystation.backend.rt;version=\"1.0.0\"");
        expect(
                new FloorRule(),
                "org.waystation.backend.rt (floor 2) imports org.waystation.backend.rt.ui of"
                        + " org.waystation.backend.rt.ui (floor 4)");
    }

    @Test
    void importThatNobodyExports() throws IOException {
        house.manifest("org.waystation.sync", "Import-Package: org.waystation.store.internal");
        expect(new FloorRule(), "org.waystation.sync imports org.waystation.store.internal, which no bundle exports");
    }

    @Test
    void workbench3InAManifest() throws IOException {
        house.manifest(
                "org.waystation.tickets.ui", "Require-Bundle: org.eclipse.ui.workbench, org.eclipse.e4.ui.workbench");
        expect(
                new ForbiddenRule(),
                "org.waystation.tickets.ui uses org.eclipse.ui.workbench (the 3.x workbench) in Require-Bundle");
    }

    @Test
    void workbench3InASource() throws IOException {
        house.source(
                "org.waystation.tickets.ui",
                "Bad",
                "package org.waystation.tickets.ui;\n// org.eclipse.ui.Comment is no use\nimport org.eclipse.ui.PlatformUI;\n");
        expect(
                new ForbiddenRule(),
                "org.waystation.tickets.ui uses org.eclipse.ui (the 3.x workbench) in org.waystation.tickets.ui/Bad.java");
    }

    @Test
    void internalsOfOthersInAManifest() throws IOException {
        house.manifest("org.waystation.tickets.ui", "Import-Package: org.eclipse.e4.ui.internal.workbench");
        expect(
                new ForbiddenRule(),
                "org.waystation.tickets.ui uses org.eclipse.e4.ui.internal.workbench (an internal package of another"
                        + " bundle) in Import-Package");
    }

    @Test
    void internalsOfOthersInASourceWithoutAnImport() throws IOException {
        house.source(
                "org.waystation.sync",
                "Bad",
                "package org.waystation.sync;\nclass Bad { org.waystation.store.internal.Database d; org.waystation.sync.internal.Own own; }\n");
        expect(
                new ForbiddenRule(),
                "org.waystation.sync uses org.waystation.store.internal (an internal package of another bundle) in"
                        + " org.waystation.sync/Bad.java");
    }

    @Test
    void drawingBelowTheShell() throws IOException {
        house.manifest("org.waystation.sync", "Import-Package: org.eclipse.swt.widgets");
        expect(
                new ForbiddenRule(),
                "org.waystation.sync uses org.eclipse.swt.widgets (a user interface, below the shell) in Import-Package");
    }

    @Test
    void eclipseInTheApi() throws IOException {
        house.source(
                "org.waystation.api", "Bad", "package org.waystation.api;\nimport org.eclipse.core.runtime.IPath;\n");
        expect(
                new ForbiddenRule(),
                "org.waystation.api uses org.eclipse.core.runtime (Eclipse, in the API) in org.waystation.api/Bad.java");
    }

    @Test
    void serverThatUsesMoreThanTheApi() throws IOException {
        house.write(
                "bundles/org.waystation.server/src/main/java/org/waystation/server/Bad.java",
                "package org.waystation.server;\nimport org.waystation.store.Records;\n");
        expect(
                new ForbiddenRule(),
                "org.waystation.server uses org.waystation.store (more of ours than the API, in the server) in"
                        + " org.waystation.server/Bad.java");
    }

    @Test
    void reexport() throws IOException {
        house.manifest(
                "org.waystation.tickets.ui",
                "Require-Bundle: org.eclipse.swt, org.eclipse.jface;bundle-version=\"3.0.0\"; visibility:=reexport");
        expect(new ManifestRule(), "org.waystation.tickets.ui re-exports org.eclipse.jface");
    }

    @Test
    void activator() throws IOException {
        house.manifest("org.waystation.sync", "Bundle-Activator: org.waystation.sync.Activator");
        expect(new ManifestRule(), "org.waystation.sync has an activator; components start by themselves");
    }

    @Test
    void exportedInternals() throws IOException {
        house.manifest("org.waystation.sync", "Export-Package: org.waystation.sync.internal;version=\"1.0.0\"");
        expect(new ManifestRule(), "org.waystation.sync exports the internal package org.waystation.sync.internal");
    }

    @Test
    void exportWithoutAVersion() throws IOException {
        house.manifest("org.waystation.sync", "Export-Package: org.waystation.sync;uses:=\"a,b\"");
        expect(new ManifestRule(), "org.waystation.sync exports org.waystation.sync without a version");
    }

    @Test
    void wrongNameAndJava() throws IOException {
        house.write(
                "bundles/org.waystation.sync/META-INF/MANIFEST.MF",
                "Bundle-SymbolicName: org.waystation.snyc\nBundle-RequiredExecutionEnvironment: JavaSE-17\n");
        expect(
                new ManifestRule(),
                "org.waystation.sync is not the symbolic name in its manifest",
                "org.waystation.sync is not for JavaSE-21");
    }

    @Test
    void packageThatIsNotNullMarked() throws IOException {
        house.source(
                "org.waystation.sync",
                "package-info",
                "/** Says @NullMarked only in a comment. */\npackage org.waystation.sync;\n");
        expect(new NullMarkedRule(), "org.waystation.sync: org.waystation.sync is not @NullMarked");
    }

    @Test
    void packageWithoutPackageInfo() throws IOException {
        house.write(
                "bundles/org.waystation.sync/src/org/waystation/sync/internal/A.java",
                "package org.waystation.sync.internal;\nclass A {}\n");
        expect(new NullMarkedRule(), "org.waystation.sync: org.waystation.sync.internal is not @NullMarked");
    }

    @Test
    void bundleInNoFeature() throws IOException {
        house.write("features/all/feature.xml", "<plugin id=\"org.waystation.api\"/>");
        house.write("features/other/feature.xml", """
                <plugin id="org.waystation.store"/>
                <plugin id="org.waystation.shell"/>
                <plugin id="org.waystation.tickets.ui"/>
                """);
        expect(new FeatureRule(), "org.waystation.sync is in no feature");
    }

    @Test
    void serviceThatNoPluginIsHanded() throws IOException {
        house.bundle("org.waystation.plugins", "Import-Package: org.waystation.api.work");
        house.write(
                "bundles/org.waystation.plugins/src/org/waystation/plugins/internal/capability/CapabilityCatalog.java",
                "entry(\"org.waystation.api.work.WorkService\", X), entry(\"org.waystation.api.named.Named\", X)");
        house.source("org.waystation.tickets.ui", "Asks", """
                package org.waystation.tickets.ui;
                import org.waystation.api.named.Named;
                import org.waystation.api.odd.ByMethod;
                import org.waystation.api.odd.ByParameter;
                import org.waystation.api.odd.Injected;
                import org.waystation.api.odd.Value;
                import org.waystation.api.work.WorkService;
                import org.waystation.shell.panel.RecordPanels;
                class Asks {
                    Asks(@Reference WorkService work, @Reference ByParameter one, @Service RecordPanels panels) {}
                    @Reference(cardinality = ReferenceCardinality.OPTIONAL, unbind = "drop")
                    public void use(ByMethod service) {}
                    @Inject void show(@Optional @Service @Nullable Injected service, Value value) {}
                }
                """);
        String asks = "org.waystation.tickets.ui asks for org.waystation.api.odd.%s, which CapabilityCatalog does not"
                + " name, so no plug-in is handed it";
        expect(
                new CapabilityRule(),
                asks.formatted("ByMethod"),
                asks.formatted("ByParameter"),
                asks.formatted("Injected"),
                "org.waystation.plugins hands out org.waystation.api.named.Named and does not import its package");
    }

    @Test
    void artifactThatNoticeDoesNotName() throws IOException {
        house.write("NOTICE", "MIT\n  org.known:known 1.0\n  org.known:any-* 2.0\n");
        house.write("target-platform/target-platform.target", artifact("org.known", "known", "1.1"));
        house.write(
                "bundles/org.waystation.server/pom.xml",
                "<any.version>2.0</any.version>" + artifact("org.known", "any-${any.platform}", "${any.version}"));
        expect(new NoticeRule(), "NOTICE does not name org.known:known 1.1");
    }

    private static String artifact(String group, String name, String version) {
        return "<groupId>" + group + "</groupId>\n<artifactId>" + name + "</artifactId><version>" + version
                + "</version>";
    }

    private void expect(Rule rule, String... violations) throws IOException {
        assertEquals(List.of(violations), rule.violations(house.read()));
    }
}
