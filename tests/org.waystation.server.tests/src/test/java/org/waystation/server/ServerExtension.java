package org.waystation.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.waystation.server.cli.LogFormat;

/** Gives tests one server that all of them share: starting one takes seconds. Tests leave alone what is not theirs. */
public final class ServerExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(ServerExtension.class);

    /** Closed by JUnit when all tests have run. */
    private record Shared(TestServer server, Path folder) implements AutoCloseable {

        static Shared start() {
            LogFormat.install();
            try {
                Path folder = Files.createTempDirectory("waystation-server-test");
                return new Shared(new TestServer(folder), folder);
            } catch (Exception e) {
                throw new IllegalStateException("The server for the tests does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            Folders.delete(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent("server", key -> Shared.start(), Shared.class)
                .server();
    }
}
