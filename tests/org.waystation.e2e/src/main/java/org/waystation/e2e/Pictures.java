package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Locator;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.StatusBot;
import org.waystation.testkit.TestProfile;
import org.waystation.testkit.Workstation;

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
     * Takes pictures, one after the other in one window, into files named by their scenes; gives what each showed.
     *
     * @param theme {@code light} or {@code dark}
     * @param scale 1 or 2
     */
    Map<Scene, Shot> take(List<Scene> scenes, String theme, int scale, Function<Scene, Path> files) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "pictures");
        Path profile = folder.resolve("profile");
        TestProfile made = new TestProfile(profile).theme(theme);
        ServerProcess server = new ServerProcess(installation, folder.resolve("server"), "--sample", "small");
        Workstation.Start start = Workstation.Start.on(profile, server.readyFile())
                .with("-Dwaystation.unlock=" + made.unlockFile())
                .withEnvironment(Map.of("GDK_SCALE", String.valueOf(scale)));
        try (server;
                Workstation workstation = Workstation.start(installation, start)) {
            server.start();
            Screen screen = workstation.screen();
            screen.await(Locator.id("waystation.window"));
            screen.resize(WIDTH, HEIGHT);
            new QueueBot(screen).awaitFilled();
            new StatusBot(screen).awaitUpToDate();
            Stage stage = new Stage(screen, server, scale, Bench.secret(profile));
            Map<Scene, Shot> shots = new EnumMap<>(Scene.class);
            for (Scene scene : scenes) {
                scene.enter(stage);
                screen.settle();
                Path file = files.apply(scene).toAbsolutePath();
                Files.createDirectories(file.getParent());
                screen.picture(file);
                shots.put(scene, new Shot(ImageIO.read(file.toFile()), screen.layout()));
                scene.leave(stage);
            }
            return shots;
        }
    }
}
