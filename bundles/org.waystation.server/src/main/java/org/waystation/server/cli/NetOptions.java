package org.waystation.server.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the server is reached.
 *
 * @param host address to listen on
 * @param publicUrl how clients reach it where that is another address, such as a proxy's
 * @param certificate file with the certificate chain, PEM; with it the server speaks TLS
 * @param key file with the certificate's private key, PEM (PKCS #8)
 * @param trustedProxies addresses whose forwarded headers are believed
 * @param requestsPerMinute what one workstation may send
 * @param accessTtl how long the access tokens of signed-in programs work
 */
public record NetOptions(
        String host,
        Optional<URI> publicUrl,
        Optional<Path> certificate,
        Optional<Path> key,
        List<String> trustedProxies,
        int requestsPerMinute,
        Duration accessTtl) {

    static final String HELP = """
              --host ADDRESS      address to listen on (default: 127.0.0.1); others only with TLS or behind a proxy
              --public-url URL    how clients reach the server, where that differs, such as https://msp.example
              --tls-cert FILE     certificate chain, PEM; with it and --tls-key the server speaks TLS 1.2 and 1.3
              --tls-key FILE      its private key, PEM, not encrypted (PKCS #8)
              --trusted-proxy IP[,IP…]  believe the forwarded headers of these addresses
              --requests-per-minute N   what one workstation may send (default: 6000)
              --access-ttl SECONDS      how long access tokens of sign-ins work (default: 600)
            """;

    static final Set<String> NAMES = Set.of(
            "--host",
            "--public-url",
            "--tls-cert",
            "--tls-key",
            "--trusted-proxy",
            "--requests-per-minute",
            "--access-ttl");

    private static final String LOOPBACK = "127.0.0.1";
    private static final long REQUESTS = 6_000;
    private static final long ACCESS_SECONDS = 600;

    public NetOptions {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** On this machine only, without TLS. */
    public static NetOptions loopback(int requestsPerMinute) {
        return new NetOptions(
                LOOPBACK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                requestsPerMinute,
                Duration.ofSeconds(ACCESS_SECONDS));
    }

    static NetOptions parse(Words in) throws UsageException {
        Optional<Path> certificate = in.value("--tls-cert").map(Path::of);
        Optional<Path> key = in.value("--tls-key").map(Path::of);
        if (certificate.isPresent() != key.isPresent()) {
            throw new UsageException("--tls-cert and --tls-key go together.");
        }
        List<String> proxies = in.value("--trusted-proxy")
                .map(text -> List.of(text.split(",")))
                .orElse(List.of());
        for (String proxy : proxies) {
            if (!proxy.matches("[0-9a-fA-F.:]+")) {
                throw new UsageException("--trusted-proxy must be IP addresses, not '" + proxy + "'.");
            }
        }
        String host = in.value("--host").orElse(LOOPBACK);
        boolean open = !host.equals(LOOPBACK) && !host.equals("::1") && !host.equals("localhost");
        if (open && certificate.isEmpty() && proxies.isEmpty()) {
            throw new UsageException("--host " + host + " wants --tls-cert and --tls-key, or --trusted-proxy:"
                    + " passwords would travel unencrypted.");
        }
        return new NetOptions(
                host,
                publicUrl(in),
                certificate,
                key,
                proxies,
                Math.toIntExact(
                        in.whole("--requests-per-minute", 100, 10_000_000).orElse(REQUESTS)),
                Duration.ofSeconds(in.whole("--access-ttl", 1, 86_400).orElse(ACCESS_SECONDS)));
    }

    static Optional<URI> publicUrl(Words in) throws UsageException {
        Optional<String> text = in.value("--public-url");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            throw new UsageException(
                    "--public-url must be a URL such as https://msp.example, not '" + text.get() + "'.");
        }
        return Optional.of(URI.create(text.get()));
    }
}
