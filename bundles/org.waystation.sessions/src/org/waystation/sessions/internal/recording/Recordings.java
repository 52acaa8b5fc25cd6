package org.waystation.sessions.internal.recording;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.session.Recording;
import org.waystation.api.session.Recording.Event;
import org.waystation.api.session.TerminalSize;

/** The recordings of this profile, one encrypted file each, named by the session. */
@Component(service = Recordings.class)
public final class Recordings {

    private final Path folder;
    private final RecordingKey keys;

    @Activate
    public Recordings(@Reference Profile profile, @Reference ProfileKey key) {
        this.folder = profile.folder().resolve("recordings");
        this.keys = new RecordingKey(key);
    }

    public RecordingWriter begin(UUID session, TerminalSize size, Instant startedAt, String title) throws IOException {
        createFolder();
        byte[] key = keys.of(session);
        try {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                    Files.newOutputStream(file(session), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
            return new RecordingWriter(out, new SealedFile(key), new CastLines().header(size, startedAt, title));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    public Recording read(UUID session) throws IOException {
        CastLines lines = new CastLines();
        List<String> text = text(session).lines().toList();
        if (text.isEmpty()) {
            throw new IOException("The recording is empty.");
        }
        List<Event> events = new ArrayList<>();
        for (String line : text.subList(1, text.size())) {
            lines.event(line).ifPresent(events::add);
        }
        return new Recording(lines.size(text.getFirst()), events);
    }

    private String text(UUID session) throws IOException {
        byte[] key = keys.of(session);
        SealedFile sealed = new SealedFile(key);
        Arrays.fill(key, (byte) 0);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file(session))))) {
            Optional<byte[]> piece = sealed.read(in);
            while (piece.isPresent()) {
                all.write(piece.get());
                piece = sealed.read(in);
            }
        } catch (NoSuchFileException e) {
            throw new IOException("There is no recording of this session on this machine.", e);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private Path file(UUID session) {
        return folder.resolve(session + ".cast");
    }

    private void createFolder() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder); // a profile lies in the user's own folder, whose rights it inherits
        }
    }
}
