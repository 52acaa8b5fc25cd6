package org.waystation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the program for a test class and ends it after the class; see {@link WithWorkstation}. */
public final class WorkstationExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace OURS = Namespace.create(WorkstationExtension.class);

    /** The program of one test class with its profile, closed and thrown away with the class's store. */
    private record Running(Workstation workstation, Path scratch) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            workstation.close();
            Scratch.delete(scratch);
        }
    }

    /** The program that one test class after the other uses; two at a time would stand in front of each other. */
    private static final class Shared implements AutoCloseable {

        private Optional<WithWorkstation> of = Optional.empty();
        private Optional<Running> running = Optional.empty();

        synchronized Running running(WithWorkstation wanted) {
            if (!of.equals(Optional.of(wanted))) {
                close();
                running = Optional.of(start(wanted));
                of = Optional.of(wanted);
            }
            return running.orElseThrow();
        }

        @Override
        public synchronized void close() {
            Optional<Running> old = running;
            running = Optional.empty();
            of = Optional.empty();
            try {
                if (old.isPresent()) {
                    old.get().close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Workstation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).workstation();
    }

    private static Running running(ExtensionContext context) {
        if (context.getConfigurationParameter(WithWorkstation.SHARED)
                .map(Boolean::parseBoolean)
                .orElse(false)) {
            return context.getStore(StoreScope.LAUNCHER_SESSION, OURS)
                    .getOrComputeIfAbsent("shared", key -> new Shared(), Shared.class)
                    .running(wanted(context));
        }
        ExtensionContext ofClass =
                context.getTestMethod().isPresent() ? context.getParent().orElse(context) : context;
        return ofClass.getStore(OURS).getOrComputeIfAbsent("workstation", key -> start(wanted(context)), Running.class);
    }

    /** What the program said is worth reading where a test failed. */
    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        Optional<Throwable> failure = context.getExecutionException();
        if (failure.isPresent()) {
            failure.get()
                    .addSuppressed(
                            new LogOfTheProgram(running(context).workstation().log()));
        }
    }

    private static WithWorkstation wanted(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithWorkstation.class)
                .orElseThrow(() -> new IllegalStateException(
                        context.getRequiredTestClass().getName() + " needs @WithWorkstation"));
    }

    private static Running start(WithWorkstation wanted) {
        try {
            Path scratch = Files.createTempDirectory("waystation-test");
            TestProfile profile = new TestProfile(scratch.resolve("profile"))
                    // A lock would stop tests that press no key for minutes.
                    .settings(Map.of("shell.theme", wanted.theme(), "vault.idle", "480"))
                    .acceptUnsignedPlugins();
            Workstation.Start start =
                    Workstation.Start.on(profile, wanted.remote()).scale(wanted.scale());
            Workstation workstation = Workstation.start(Installation.ofSdk(), start);
            return ready(workstation, scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that never gets ready is ended, too. */
    private static Running ready(Workstation workstation, Path scratch) throws IOException {
        Running running = new Running(workstation, scratch);
        try {
            workstation.awaitReady();
            return running;
        } catch (RuntimeException | Error e) {
            running.close();
            throw e;
        }
    }

    /** Carries the log into the report of a failed test. */
    private static final class LogOfTheProgram extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LogOfTheProgram(String log) {
            super("The program said:\n" + log, null, false, false);
        }
    }
}
