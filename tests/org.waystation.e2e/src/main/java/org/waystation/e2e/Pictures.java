package org.waystation.e2e;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
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

    /** What the plug-in that starts last shows. */
    private static final Locator LAST_PLUGIN = Locator.id("waystation.status.org.waystation.insight.week");

    /** Without a file that signs in. */
    static final String NO_READY_FILE = "-Dwaystation.server=";

    private final Installation installation;
    private final Path scratch;
    private final PictureTracker tracker;

    Pictures(Installation installation, Path scratch, PictureTracker tracker) {
        this.tracker = tracker;
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
        Map<Scene, Shot> shots = new EnumMap<>(Scene.class);
        if (scenes.contains(Scene.SIGN_IN)) {
            shots.put(Scene.SIGN_IN, signIn(theme, scale, files.apply(Scene.SIGN_IN)));
        }
        List<Scene> others = scenes.stream().filter(Scene::signedIn).toList();
        if (!others.isEmpty()) {
            shots.putAll(signedIn(others, theme, scale, files));
        }
        return shots;
    }

    private Shot signIn(String theme, int scale, Path file) throws IOException {
        Path profile = Files.createTempDirectory(scratch, "pictures").resolve("profile");
        TestProfile made = new TestProfile(profile).theme(theme);
        Workstation.Start start = Workstation.Start.on(profile, profile)
                .with(NO_READY_FILE, "-Dwaystation.unlock=" + made.unlockFile())
                .withEnvironment(Map.of("GDK_SCALE", String.valueOf(scale)));
        try (Workstation workstation = Workstation.start(installation, start)) {
            Screen screen = workstation.screen();
            screen.await(Locator.id("waystation.signin.server"));
            screen.resize(WIDTH, HEIGHT);
            return shot(screen, file);
        }
    }

    private static Shot shot(Screen screen, Path given) throws IOException {
        screen.settle();
        Path file = given.toAbsolutePath();
        Files.createDirectories(file.getParent());
        Rectangle inner = screen.picture(file);
        BufferedImage whole = ImageIO.read(file.toFile());
        return new Shot(whole.getSubimage(inner.x, inner.y, inner.width, inner.height), screen.layout());
    }

    private Map<Scene, Shot> signedIn(List<Scene> scenes, String theme, int scale, Function<Scene, Path> files)
            throws IOException {
        Path folder = Files.createTempDirectory(scratch, "pictures");
        Path profile = folder.resolve("profile");
        TeamPlugins team = TeamPlugins.of(installation, Files.createDirectories(folder.resolve("plug-ins")));
        TestProfile made = new TestProfile(profile).theme(theme).policy(team.policy());
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
            screen.await(LAST_PLUGIN); // plug-ins come after the window
            Map<Scene, Shot> shots = new EnumMap<>(Scene.class);
            try (Stage stage = new Stage(screen, server, scale, Bench.secret(profile), folder, team, tracker)) {
                for (Scene scene : scenes) {
                    scene.enter(stage);
                    shots.put(scene, shot(screen, files.apply(scene)));
                    scene.leave(stage);
                }
            }
            return shots;
        }
    }
}
