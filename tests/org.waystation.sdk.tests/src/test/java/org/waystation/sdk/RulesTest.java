package org.waystation.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import org.waystation.plugins.verify.Finding;
import org.waystation.plugins.verify.JarSurface;
import org.waystation.plugins.verify.PackageVerifier;
import org.waystation.plugins.verify.Verification;

/** Each rule, held against a plug-in that breaks it and against one that does not. */
class RulesTest {

    @TempDir
    Path folder;

    private PackageVerifier verifier;

    @BeforeEach
    void aProgramWithTheApi() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("program/plugins"));
        PublishedJar.write("org.waystation.api", plugins.resolve("api.jar"));
        verifier = new PackageVerifier(new JarSurface(plugins), Version.parseVersion("1.0.0"));
    }

    @Test
    void aPluginThatKeepsToTheRulesIsAcceptedWithWhatItUses() throws IOException {
        Verification found = verify(JavaJar.plugin("")
                .header("Import-Package", "org.waystation.api.notify;version=\"[1.0,2)\"")
                .source(
                        "A",
                        "class A { void a(org.waystation.api.notify.Notifications n) { n.settle(\"\", \"\"); } }"));
        assertEquals(List.of(), found.findings());
        assertEquals(
                "[Notifications]", found.uses().get("org.waystation.api.notify").toString());
        assertEquals("[1.0,2.0)", found.fits());
        assertEquals("EPL-2.0", found.licence());
    }

    @Test
    void aMemberThatIsNotThereIsMissing() throws IOException {
        Path jar = JavaJar.plugin("")
                .source("Gone", "package org.waystation.api.notify; public interface Gone { void gone(); }")
                .source("A", "class A { void a(org.waystation.api.notify.Gone n) { n.gone(); } }")
                .write(folder.resolve("full.jar"));
        Verification found = verifier.verify(withoutPackage(jar, "org/waystation/"));
        assertRule(found, "missing", true);
    }

    @Test
    void internalsOfTheProgramAreRefusedAndThoseOfThePlatformToldOf() throws IOException {
        assertRule(
                verify(JavaJar.plugin("")
                        .source(
                                "A",
                                "class A { Object a = org.waystation.plugins.internal.pack.PackageLimits.USUAL; }")),
                "internal",
                true);
        assertRule(
                verify(JavaJar.plugin("")
                        .source(
                                "A",
                                "class A { Class<?> a = org.eclipse.osgi.internal.framework.EquinoxBundle.class; }")),
                "internal",
                false);
    }

    @Test
    void aProposedPackageNeedsTheHeader() throws IOException {
        String proposed = "package org.waystation.api.proposed.later; public class Later {}";
        String use = "class A { org.waystation.api.proposed.later.Later later; }";
        JavaJar plain = JavaJar.plugin("").source("Later", proposed).source("A", use);
        assertRule(
                verifier.verify(withoutPackage(plain.write(folder.resolve("p.jar")), "org/waystation/")),
                "proposed",
                true);
        plain.header("Waystation-Api-Proposed", "true");
        assertRule(
                verifier.verify(withoutPackage(plain.write(folder.resolve("q.jar")), "org/waystation/")),
                "proposed",
                false);
    }

    @Test
    void anImportThatNobodyOffersOrAtAnotherVersionIsRefused() throws IOException {
        assertRule(verify(JavaJar.plugin("").header("Import-Package", "com.nobody.has.it")), "import", true);
        assertRule(
                verify(JavaJar.plugin("").header("Import-Package", "org.waystation.api.work;version=\"[7,8)\"")),
                "import",
                true);
        assertRule(
                verify(JavaJar.plugin("").header("Import-Package", "org.waystation.api.work;version=\"1.0\"")),
                "import",
                false);
        assertNoRule(
                verify(JavaJar.plugin("").header("Import-Package", "com.nobody.has.it;resolution:=optional")),
                "import");
    }

    @Test
    void whatNeedsACapabilityHasToDeclareIt() throws IOException {
        String tickets = "class A { void a(org.waystation.api.tickets.TicketService t) { t.companies(); } }";
        assertRule(verify(JavaJar.plugin("").source("A", tickets)), "capability", true);
        assertNoRule(verify(JavaJar.plugin(";capabilities=\"tickets.write\"").source("A", tickets)), "capability");
        String network = "class A { Object a() throws Exception { return new java.net.Socket(\"localhost\", 1); } }";
        assertRule(verify(JavaJar.plugin("").source("A", network)), "capability", true);
        assertRule(verify(JavaJar.plugin(";capabilities=\"network\"")), "capability", false);
    }

    @Test
    void aServiceInjectedFromTheContextPassesTheGrantsAndIsRefused() throws IOException {
        String past = "class A { @jakarta.inject.Inject A(org.waystation.api.work.WorkService work) {} }";
        String through = "class A { @jakarta.inject.Inject A("
                + "@org.eclipse.e4.core.di.extensions.Service org.waystation.api.work.WorkService work) {} }";
        String inject = "package jakarta.inject; public @interface Inject {}";
        String service = "package org.eclipse.e4.core.di.extensions; public @interface Service {}";
        assertRule(
                verify(JavaJar.plugin("")
                        .source("Inject", inject)
                        .source("Service", service)
                        .source("A", past)),
                "injection",
                true);
        assertNoRule(
                verify(JavaJar.plugin("")
                        .source("Inject", inject)
                        .source("Service", service)
                        .source("A", through)),
                "injection");
    }

    @Test
    void whatKeepsAPluginFromLeavingIsToldOf() throws IOException {
        for (String body : List.of(
                "static final ThreadLocal<A> LOCAL = ThreadLocal.withInitial(A::new);",
                "void a() { new Thread(() -> {}).start(); }",
                "void a() { Runtime.getRuntime().addShutdownHook(null); }",
                "void a() { System.exit(1); }",
                "static org.osgi.framework.BundleContext context;")) {
            assertRule(verify(JavaJar.plugin("").source("A", "class A { " + body + " }")), "unload", false);
        }
        assertRule(verify(JavaJar.plugin("").header("Bundle-Activator", "com.acme.one.A")), "unload", false);
        assertNoRule(verify(JavaJar.plugin("").source("A", "class A { int a; }")), "unload");
    }

    @Test
    void aPackageWithoutALicenceIsToldOf() throws IOException {
        assertRule(verify(JavaJar.plugin("").without("Bundle-License")), "licence", false);
    }

    private Verification verify(JavaJar plugin) throws IOException {
        return verifier.verify(plugin.write(Files.createTempFile(folder, "plugin", ".jar")));
    }

    private static void assertRule(Verification found, String rule, boolean refused) {
        List<Finding> of =
                found.findings().stream().filter(f -> f.rule().equals(rule)).toList();
        assertFalse(of.isEmpty(), rule + " not among " + found.findings());
        assertEquals(refused, of.stream().anyMatch(Finding::refuses), of.toString());
        assertTrue(of.get(0).sentence().length() > 20, "it says what to do");
    }

    private static void assertNoRule(Verification found, String rule) {
        assertTrue(found.findings().stream().noneMatch(f -> f.rule().equals(rule)), found.findings()::toString);
    }

    /** What the plug-in was compiled against stays out of its package. */
    private Path withoutPackage(Path jar, String prefix) throws IOException {
        Path target = Files.createTempFile(folder, "stripped", ".jar");
        try (var source = new java.util.jar.JarFile(jar.toFile());
                var out = new JarOutputStream(Files.newOutputStream(target), source.getManifest())) {
            for (var entry : java.util.Collections.list(source.entries())) {
                if (!entry.getName().startsWith(prefix) && !entry.getName().startsWith("META-INF/")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    source.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
        }
        return target;
    }
}
