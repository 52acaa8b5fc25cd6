package org.waystation.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes TLS out of the two files that certificate authorities and their programs hand out. */
final class Certificates {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    private Certificates() {}

    /**
     * @throws IOException that names the file that is not right
     */
    static SslContextFactory.Server tls(Path certificate, Path key) throws IOException {
        try {
            Certificate[] chain = chain(certificate);
            PrivateKey secret = key(key);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            // Kept in memory only.
            store.setKeyEntry("server", secret, new char[0], chain);
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStore(store);
            tls.setKeyStorePassword("");
            tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
            tls.setRenegotiationAllowed(false);
            tls.setSniRequired(false);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate in " + certificate + " does not go with the key in " + key + ".", e);
        }
    }

    private static Certificate[] chain(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new IOException("There is no certificate in " + file + ".");
            }
            return chain;
        } catch (GeneralSecurityException e) {
            throw new IOException("The file " + file + " is no certificate in PEM.", e);
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher pem = KEY.matcher(Files.readString(file));
        if (!pem.find()) {
            throw new IOException("The file " + file + " is no private key in PEM (PKCS #8, not encrypted).");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException e) {
                continue; // another algorithm's key
            }
        }
        throw new IOException("The key in " + file + " is of a kind that is not known here.");
    }
}
