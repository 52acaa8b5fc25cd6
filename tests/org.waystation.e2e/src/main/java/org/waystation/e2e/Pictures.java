package org.waystation.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32C;

/** Takes pictures of the real product over sample data. */
final class Pictures {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final Installation installation;
    private final Path scratch;

    Pictures(Installation installation, Path scratch) {
        this.installation = installation;
        this.scratch = scratch;
    }

    /**
     * Takes one picture.
     *
     * @param theme {@code light} or {@code dark}
     * @param scale 1 or 2
     */
    void take(Scene scene, String theme, int scale, Path file) throws IOException {
        Path folder = Files.createTempDirectory(scratch, scene.word());
        Path profile = folder.resolve("profile");
        chooseTheme(profile, theme);
        Workstation.Start start = Workstation.Start.on(profile, folder.resolve("server/ready.json"))
                .with(Bench.unlock(profile))
                .withEnvironment(Map.of("GDK_SCALE", String.valueOf(scale)));
        try (ServerProcess server = new ServerProcess(installation, folder.resolve("server"), "--sample", "small").start();
                Workstation workstation = Workstation.start(installation, start)) {
            Screen screen = workstation.screen();
            screen.await(Locator.id("waystation.window"));
            screen.resize(WIDTH, HEIGHT);
            new QueueBot(screen).awaitFilled();
            new StatusBot(screen).awaitUpToDate();
            scene.play(new Stage(screen, server));
            screen.settle();
            Files.createDirectories(file.toAbsolutePath().getParent());
            screen.picture(file);
        }
    }

    /** Writes the settings file as the product itself would: its first line is the check sum of the rest. */
    private static void chooseTheme(Path profile, String theme) throws IOException {
        String text = "shell.theme=" + theme + "\n";
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(profile);
        Files.writeString(profile.resolve("settings.txt"), "#crc32c " + Long.toHexString(sum.getValue()) + "\n" + text);
    }
}
