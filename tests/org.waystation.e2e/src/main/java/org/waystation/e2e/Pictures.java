package org.waystation.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** Takes pictures of the real product over sample data. */
final class Pictures {

    static final int WIDTH = 1440;
    static final int HEIGHT = 900;

    private final Installation installation;
    private final Path scratch;

    Pictures(Installation installation, Path scratch) {
        this.installation = installation;
        this.scratch = scratch;
    }

    /**
     * Takes pictures, one after the other in one window, into files named by their scenes.
     *
     * @param theme {@code light} or {@code dark}
     * @param scale 1 or 2
     */
    void take(List<Scene> scenes, String theme, int scale, Function<Scene, Path> files) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "pictures");
        Path profile = folder.resolve("profile");
        chooseTheme(profile, theme);
        ServerProcess server = new ServerProcess(installation, folder.resolve("server"), "--sample", "small");
        Workstation.Start start = Workstation.Start.on(profile, server.readyFile())
                .with(Bench.unlock(profile))
                .withEnvironment(Map.of("GDK_SCALE", String.valueOf(scale)));
        try (server;
                Workstation workstation = Workstation.start(installation, start)) {
            server.start();
            Screen screen = workstation.screen();
            screen.await(Locator.id("waystation.window"));
            screen.resize(WIDTH, HEIGHT);
            new QueueBot(screen).awaitFilled();
            new StatusBot(screen).awaitUpToDate();
            Stage stage = new Stage(screen, server, scale);
            for (Scene scene : scenes) {
                scene.enter(stage);
                screen.settle();
                Path file = files.apply(scene).toAbsolutePath();
                Files.createDirectories(file.getParent());
                screen.picture(file);
                scene.leave(stage);
            }
        }
    }

    /** Writes the settings file as the product itself would: its first line is the check sum of the rest. */
    private static void chooseTheme(Path profile, String theme) throws IOException {
        String text = "shell.theme=" + theme + "\n";
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        Path settings = profile.resolve("shell").resolve("settings.txt");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "#crc32c " + Long.toHexString(sum.getValue()) + "\n" + text);
    }
}
