package org.waystation.server.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.gzip.GzipEncoderConfig;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.compression.zstandard.ZstandardCompression;
import org.eclipse.jetty.compression.zstandard.ZstandardEncoderConfig;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.waystation.server.cli.NetOptions;
import org.waystation.server.database.Database;
import org.waystation.server.database.ServerMeta;
import org.waystation.server.metrics.Metrics;
import org.waystation.server.news.NewsStreams;
import org.waystation.server.session.Tokens;

/** The API over HTTP, or over TLS with certificate files; behind a proxy its forwarded headers are believed. */
public final class ApiServer implements AutoCloseable {

    private static final int THREADS = 64;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 2_000;
    private static final Duration STOP = Duration.ofSeconds(2);
    /** Fast rather than small: the texts shrink to a fifth at the lowest level already. */
    private static final int GZIP_LEVEL = 1;

    private static final int ZSTANDARD_LEVEL = 1;

    private final Server server;
    private final ServerConnector connector;

    /**
     * @param port 0 for any that is free
     * @param signIn what signing in is made of
     */
    public ApiServer(
            int port,
            NetOptions net,
            Database database,
            ServerMeta meta,
            Tokens tokens,
            NewsStreams news,
            SignInParts signIn,
            Metrics metrics)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        this.server = new Server(threads);
        this.connector = connector(server, net);
        connector.setHost(net.host());
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        List<Route> routes = new ArrayList<>(new ServiceEndpoints(database, meta, metrics).routes());
        routes.addAll(new DocumentEndpoints().routes());
        routes.addAll(new SyncEndpoints(database, meta.epoch(), news).routes());
        routes.addAll(new ReadingEndpoints(database).routes());
        routes.addAll(new WritingEndpoints(database).routes());
        routes.addAll(new PresenceEndpoints(database).routes());
        routes.addAll(new FileEndpoints(database).routes());
        routes.addAll(new OAuthEndpoints(signIn).routes());
        routes.addAll(new SignInEndpoints(signIn).routes());
        routes.addAll(new PasswordEndpoints(signIn).routes());
        routes.addAll(new AccountEndpoints(signIn).routes());
        Quotas quotas = new Quotas(database, net.requestsPerMinute());
        server.setHandler(compressed(new Router(routes, new Gate(database, tokens, signIn.limits(), quotas), metrics)));
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(STOP.toMillis());
    }

    public void start() throws Exception {
        server.start();
    }

    public URI url() {
        String scheme = connector.getConnectionFactory(SslConnectionFactory.class) == null ? "http" : "https";
        String host = connector.getHost().contains(":") ? "[" + connector.getHost() + "]" : connector.getHost();
        return URI.create(scheme + "://" + host + ":" + connector.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the server was stopping.", e);
        } catch (Exception e) {
            throw new IOException("The server did not stop cleanly.", e);
        }
    }

    private static ServerConnector connector(Server server, NetOptions net) throws IOException {
        HttpConnectionFactory http = new HttpConnectionFactory(configuration(net));
        if (net.certificate().isEmpty()) {
            return new ServerConnector(server, http);
        }
        SslContextFactory.Server tls =
                Certificates.tls(net.certificate().get(), net.key().orElseThrow());
        return new ServerConnector(server, new SslConnectionFactory(tls, http.getProtocol()), http);
    }

    private static HttpConfiguration configuration(NetOptions net) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setSendDateHeader(true);
        if (!net.trustedProxies().isEmpty()) {
            configuration.addCustomizer(new TrustedProxies(net.trustedProxies()));
        }
        if (net.certificate().isPresent()) {
            SecureRequestCustomizer secure = new SecureRequestCustomizer();
            // Names are the proxy's or the browser's affair; a certificate may be for an address.
            secure.setSniHostCheck(false);
            configuration.addCustomizer(secure);
        }
        return configuration;
    }

    private static Handler compressed(Handler handler) {
        GzipEncoderConfig encoder = new GzipEncoderConfig();
        encoder.setCompressionLevel(GZIP_LEVEL);
        GzipCompression gzip = new GzipCompression();
        gzip.setDefaultEncoderConfig(encoder);
        ZstandardEncoderConfig zstandardEncoder = new ZstandardEncoderConfig();
        zstandardEncoder.setCompressionLevel(ZSTANDARD_LEVEL);
        ZstandardCompression zstandard = new ZstandardCompression();
        zstandard.setDefaultEncoderConfig(zstandardEncoder);
        CompressionHandler compression = new CompressionHandler(handler);
        compression.putCompression(gzip);
        compression.putCompression(zstandard);
        compression.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .defaults()
                        .compressIncludeMethod("POST")
                        // News must leave at once, and requests are refused compressed: see JsonBody.
                        .compressExcludePath("/v1/events")
                        .compressExcludePath("/v1/attachments/*")
                        .decompressExcludePath("/*")
                        .build());
        return compression;
    }
}
