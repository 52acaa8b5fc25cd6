package org.waystation.backend.rt.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;

/** Believes the authorities of this Java and those in the file that {@code -Dwaystation.ca=FILE} names. */
final class TlsTrust {

    private static final String AUTHORITIES = "waystation.ca";

    static SSLContext context() throws BackendException {
        String file = System.getProperty(AUTHORITIES, "");
        try {
            if (file.isBlank()) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, withExtra(Path.of(file)), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            String message = "The file " + file + " with extra certificate authorities cannot be read.";
            throw new BackendException(Cause.UNTRUSTED_CERTIFICATE, message, e, Optional.empty());
        }
    }

    private static TrustManager[] withExtra(Path file) throws GeneralSecurityException, IOException {
        List<Certificate> believed = new ArrayList<>();
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager usual) {
                for (X509Certificate issuer : usual.getAcceptedIssuers()) {
                    believed.add(issuer);
                }
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            believed.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        for (int i = 0; i < believed.size(); i++) {
            anchors.setCertificateEntry("authority-" + i, believed.get(i));
        }
        return managers(anchors);
    }

    private static TrustManager[] managers(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return factory.getTrustManagers();
    }

    private TlsTrust() {}
}
