package org.waystation.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.gzip.GzipEncoderConfig;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.waystation.server.cli.NetOptions;
import org.waystation.server.database.Database;
import org.waystation.server.database.ServerMeta;
import org.waystation.server.news.NewsStreams;
import org.waystation.server.session.Tokens;

/** The API over HTTP, on the loopback interface: TLS to the outside is a reverse proxy's work. */
public final class ApiServer implements AutoCloseable {

    private static final int THREADS = 64;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(2);
    /** Fast rather than small: the texts shrink to a fifth at the lowest level already. */
    private static final int GZIP_LEVEL = 1;

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
            SignInParts signIn) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        List<Route> routes = new ArrayList<>(new ServiceEndpoints(database, meta).routes());
        routes.addAll(new SyncEndpoints(database, meta.epoch(), news).routes());
        routes.addAll(new ReadingEndpoints(database).routes());
        routes.addAll(new OAuthEndpoints(signIn).routes());
        routes.addAll(new SignInEndpoints(signIn).routes());
        routes.addAll(new PasswordEndpoints(signIn).routes());
        routes.addAll(new AccountEndpoints(signIn).routes());
        server.setHandler(compressed(new Router(routes, new Gate(database, tokens, signIn.limits()))));
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(STOP.toMillis());
    }

    public void start() throws Exception {
        server.start();
    }

    public URI url() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
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

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setSendDateHeader(true);
        return configuration;
    }

    private static Handler compressed(Handler handler) {
        GzipEncoderConfig encoder = new GzipEncoderConfig();
        encoder.setCompressionLevel(GZIP_LEVEL);
        GzipCompression gzip = new GzipCompression();
        gzip.setDefaultEncoderConfig(encoder);
        CompressionHandler compression = new CompressionHandler(handler);
        compression.putCompression(gzip);
        compression.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .defaults()
                        .compressIncludeMethod("POST")
                        // News must leave at once, and requests are refused compressed: see JsonBody.
                        .compressExcludePath("/v1/events")
                        .decompressExcludePath("/*")
                        .build());
        return compression;
    }
}
