package org.waystation.rt.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A company's own certificate authority, and a certificate of it for this machine. */
final class OwnAuthority {

    private static final String WORD = "only-for-tests";

    private final Path folder;

    /** @param folder that is there, where keys and certificates are kept */
    OwnAuthority(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "authority", "-keyalg", "EC", "-dname", "CN=House authority", "-ext", "bc:c");
        keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=127.0.0.1");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "authority",
                "-file",
                authority().toString());
        String request = folder.resolve("server.csr").toString();
        String certificate = folder.resolve("server.pem").toString();
        keytool("-certreq", "-alias", "server", "-file", request);
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "authority",
                "-ext",
                "san=ip:127.0.0.1",
                "-infile",
                request,
                "-outfile",
                certificate);
        keytool("-importcert", "-noprompt", "-alias", "server", "-file", certificate);
    }

    /** The authority's certificate, as it would be given to whoever is to believe it. */
    Path authority() {
        return folder.resolve("authority.pem");
    }

    private Path keys() {
        return folder.resolve("keys.p12");
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", keys().toString(), "-storepass", WORD));
        Path log = folder.resolve("keytool.log");
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!run.waitFor(1, TimeUnit.MINUTES) || run.exitValue() != 0) {
            throw new IOException(String.join(" ", words) + ": " + Files.readString(log));
        }
    }

    /** What the server shows of itself. */
    SSLContext identity() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys())) {
            store.load(in, WORD.toCharArray());
        }
        store.deleteEntry("authority");
        KeyManagerFactory manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        manager.init(store, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(manager.getKeyManagers(), null, null);
        return context;
    }
}
