package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.BackendException;

/** Whose certificates are believed: the authorities of this Java and, where a file of them is named, those as well. */
final class Trust {

    private final Optional<Path> extraAuthorities;

    /** @param extraAuthorities file with one or more certificates, PEM or DER */
    Trust(Optional<Path> extraAuthorities) {
        this.extraAuthorities = extraAuthorities;
    }

    SSLContext context() throws BackendException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            String which = extraAuthorities
                    .map(file -> "The file " + file + " with extra certificate authorities")
                    .orElse("This Java's list of certificate authorities");
            throw new BackendException(
                    BackendException.Cause.UNTRUSTED_CERTIFICATE,
                    which + " cannot be read. Check the file, then sync again.",
                    e,
                    Optional.empty());
        }
    }

    private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException, IOException {
        if (extraAuthorities.isEmpty()) {
            return null; // Java's own
        }
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        int number = 0;
        for (X509Certificate usual : usualAuthorities()) {
            anchors.setCertificateEntry("usual-" + number++, usual);
        }
        for (Certificate extra : read(extraAuthorities.get())) {
            anchors.setCertificateEntry("extra-" + number++, extra);
        }
        return factory(anchors).getTrustManagers();
    }

    private static List<X509Certificate> usualAuthorities() throws GeneralSecurityException {
        for (TrustManager manager : factory(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager usual) {
                return List.of(usual.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static TrustManagerFactory factory(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return factory;
    }

    private static Collection<? extends Certificate> read(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("No certificate in " + file);
            }
            return found;
        }
    }
}
