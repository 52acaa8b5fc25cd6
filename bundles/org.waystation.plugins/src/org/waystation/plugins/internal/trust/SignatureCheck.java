package org.waystation.plugins.internal.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Publisher;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.internal.pack.BundleFile;
import org.waystation.plugins.internal.pack.Hashes;
import org.waystation.plugins.internal.pack.PluginPackage;

/**
 * Verifies the signatures of a package with the JDK's own verification, and goes beyond it in three things: every entry
 * must be signed, all by one key, and none that was signed may be missing.
 */
public final class SignatureCheck {

    /** Gives who signed it, {@link Publisher#UNSIGNED} where nobody did; refuses anything in between. */
    public Publisher publisher(PluginPackage plugin) throws IOException {
        List<Publisher> publishers = new ArrayList<>();
        for (BundleFile bundle : plugin.bundles()) {
            publishers.add(publisher(bundle.file()));
        }
        Publisher first = publishers.get(0);
        for (int i = 1; i < publishers.size(); i++) {
            if (!publishers.get(i).fingerprint().equals(first.fingerprint())) {
                String name = plugin.bundles().get(i).symbolicName();
                throw tampered(name, "it is not signed by the same key as the plug-in's main bundle");
            }
        }
        return first;
    }

    private static Publisher publisher(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            return publisher(jar);
        } catch (SecurityException e) {
            throw tampered(file.getFileName().toString(), String.valueOf(e.getMessage()));
        }
    }

    private static Publisher publisher(JarFile jar) throws IOException {
        boolean hasSignature = jar.stream().anyMatch(e -> isSignatureFile(e.getName()));
        if (!hasSignature) {
            return Publisher.UNSIGNED;
        }
        checkNothingIsMissing(jar);
        Optional<X509Certificate> signer = Optional.empty();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.isDirectory()
                    || entry.getName().equals(JarFile.MANIFEST_NAME)
                    || isSignatureFile(entry.getName())) {
                continue;
            }
            X509Certificate found = signer(jar, entry);
            if (signer.isPresent() && !signer.get().getPublicKey().equals(found.getPublicKey())) {
                throw tampered(entry.getName(), "it is signed by another key than the rest");
            }
            signer = Optional.of(found);
        }
        X509Certificate certificate = signer.orElseThrow(() -> tampered(fileName(jar), "nothing in it is signed"));
        return new Publisher(
                certificate.getSubjectX500Principal().getName(),
                Hashes.of(certificate.getPublicKey().getEncoded()));
    }

    /** The JDK verifies entries that are there; that one was taken away shows in the manifest only. */
    private static void checkNothingIsMissing(JarFile jar) throws IOException {
        Manifest manifest = jar.getManifest();
        if (manifest == null) {
            throw tampered(JarFile.MANIFEST_NAME, "it is missing");
        }
        for (String name : manifest.getEntries().keySet()) {
            if (jar.getEntry(name) == null) {
                throw tampered(name, "it was signed and is missing");
            }
        }
    }

    private static X509Certificate signer(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException e) {
            throw tampered(entry.getName(), String.valueOf(e.getMessage()));
        }
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null || signers.length == 0) {
            throw tampered(entry.getName(), "it is not covered by the signature");
        }
        if (signers.length > 1) {
            throw tampered(entry.getName(), signers.length + " keys signed it, and one is wanted");
        }
        return Arrays.stream(signers)
                .map(s -> (X509Certificate)
                        s.getSignerCertPath().getCertificates().get(0))
                .findFirst()
                .orElseThrow();
    }

    private static String fileName(JarFile jar) {
        return Path.of(jar.getName()).getFileName().toString();
    }

    private static boolean isSignatureFile(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("META-INF/") || upper.indexOf('/', "META-INF/".length()) >= 0) {
            return false;
        }
        return upper.startsWith("META-INF/SIG-")
                || upper.endsWith(".SF")
                || upper.endsWith(".RSA")
                || upper.endsWith(".DSA")
                || upper.endsWith(".EC");
    }

    private static PluginRefusedException tampered(String entry, String detail) {
        return new PluginRefusedException(new Refusal.Tampered(entry, detail));
    }
}
