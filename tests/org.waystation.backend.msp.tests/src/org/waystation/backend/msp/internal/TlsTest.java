package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.sync.BackendException.Cause;

/** Certificates, against a real TLS server whose certificate was made for the test. */
class TlsTest extends MspBackendTest {

    private static final String AUTHORITY = "authority";
    private static final String PASSWORD = "for-the-test-only";

    @TempDir
    Path folder;

    @Test
    void aSelfSignedCertificateIsNotBelieved() throws Exception {
        try (TestServer secure = TestServer.secure(certificate("own", "ip:127.0.0.1", "-validity", "30"))) {
            secure.answer = TestServer.json(SESSION);
            address = secure.uri();

            String message =
                    fails(Cause.UNTRUSTED_CERTIFICATE, backend::session).getMessage();

            assertTrue(message.contains("does not verify"), message);
            assertTrue(message.contains("Ask whoever runs the server"), message);
            assertTrue(secure.requests.isEmpty(), "not even the request line arrived");
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatWasNamedIsBelieved() throws Exception {
        try (TestServer secure = TestServer.secure(certificate("own", "ip:127.0.0.1", "-validity", "30"))) {
            secure.answer = TestServer.json(SESSION);
            address = secure.uri();
            try (Closing trusting = trusting(exported("own"))) {
                assertEquals("Robin", trusting.backend.session().userName());
            }
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() throws Exception {
        try (TestServer secure = TestServer.secure(certificate("other", "dns:msp.example.org", "-validity", "30"))) {
            secure.answer = TestServer.json(SESSION);
            address = secure.uri();
            try (Closing trusting = trusting(exported("other"))) {
                fails(Cause.UNTRUSTED_CERTIFICATE, trusting.backend::session);
                assertTrue(secure.requests.isEmpty());
            }
        }
    }

    @Test
    void anExpiredCertificateIsNotBelieved() throws Exception {
        // The authority itself is still valid: how old an anchor of trust is, is nobody's business but its owner's.
        keytool("old", List.of("-genkeypair", "-alias", AUTHORITY, "-keyalg", "EC", "-dname", "CN=ca", "-ext", "bc:c"));
        Path authority = exported("old", AUTHORITY);
        try (TestServer secure = TestServer.secure(
                certificate("old", "ip:127.0.0.1", "-signer", AUTHORITY, "-startdate", "-400d", "-validity", "30"))) {
            secure.answer = TestServer.json(SESSION);
            address = secure.uri();
            try (Closing trusting = trusting(authority)) {
                String message = fails(Cause.UNTRUSTED_CERTIFICATE, trusting.backend::session)
                        .getMessage();
                assertTrue(message.contains("expired"), message);
            }
        }
    }

    @Test
    void aFileOfAuthoritiesThatCannotBeReadIsNamed() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nothing");
        for (Path file : List.of(nonsense, folder.resolve("absent.pem"))) {
            try (Closing trusting = trusting(file)) {
                String message = fails(Cause.UNTRUSTED_CERTIFICATE, trusting.backend::session)
                        .getMessage();
                assertTrue(message.contains(file.toString()), message);
            }
        }
    }

    @Test
    void aServerWithoutTls() {
        address = URI.create(server.uri().toString().replace("http:", "https:"));
        Duration brief = Duration.ofMillis(500); // it waits for a request that never comes, so waiting is all there is
        try (Closing hasty = new Closing(backend(new Timing(brief, brief, brief)))) {
            fails(Cause.UNREACHABLE, hasty.backend::session);
        }
    }

    /** A backend that is closed at the end of a block. */
    private record Closing(MspBackend backend) implements AutoCloseable {
        @Override
        public void close() {
            backend.close();
        }
    }

    private Closing trusting(Path authorities) {
        return new Closing(new MspBackend(new TestConnection(), Optional.of(authorities), PATIENT, Clock.systemUTC()));
    }

    private SSLContext certificate(String name, String alternativeName, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + alternativeName));
        arguments.addAll(List.of(more));
        keytool(name, arguments);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(storeFile(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        store.deleteEntry(AUTHORITY); // or the server might show this one
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private Path exported(String name) throws Exception {
        return exported(name, name);
    }

    private Path exported(String name, String alias) throws Exception {
        Path file = folder.resolve(name + ".pem");
        keytool(name, List.of("-exportcert", "-rfc", "-alias", alias, "-file", file.toString()));
        return file;
    }

    private void keytool(String name, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-storetype",
                "PKCS12",
                "-keystore",
                storeFile(name).toString(),
                "-storepass",
                PASSWORD));
        command.addAll(1, arguments);
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertEquals(0, keytool.waitFor(), () -> "see keytool.log of " + command);
    }

    private Path storeFile(String name) {
        return folder.resolve(name + ".p12");
    }
}
