package org.waystation.store.internal.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.profile.Profile;
import org.waystation.store.Documents;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.Blobs;
import org.waystation.store.blob.KeyOwner;
import org.waystation.store.internal.PrivateFiles;

/** Contents in the profile's folder {@code files}; those that are not whole are in {@code arriving} beside it. */
@Component(service = Blobs.class)
public final class StoredBlobs implements Blobs {

    private final BlobKeys keys;
    private final Path folder;
    private final Path arriving;
    private final Set<Path> underWay = ConcurrentHashMap.newKeySet();

    @Activate
    public StoredBlobs(@Reference Profile profile, @Reference Documents documents) {
        this(profile.folder(), documents);
    }

    public StoredBlobs(Path profile, Documents documents) {
        this.keys = new BlobKeys(documents);
        this.folder = profile.resolve("files");
        this.arriving = profile.resolve("arriving");
    }

    @Override
    public Blob put(KeyOwner owner, InputStream content, long most) throws IOException {
        byte[] key = keys.findOrMake(owner);
        PrivateFiles.createFolder(arriving);
        Path fresh = arriving.resolve(UUID.randomUUID().toString());
        underWay.add(fresh);
        try {
            Blob blob = write(owner, content, most, fresh, key);
            PrivateFiles.createFolder(folder);
            SyncedFolder.move(fresh, place(key, blob.sha256()));
            return blob;
        } finally {
            Arrays.fill(key, (byte) 0);
            Files.deleteIfExists(fresh);
            underWay.remove(fresh);
        }
    }

    private static Blob write(KeyOwner owner, InputStream content, long most, Path fresh, byte[] key)
            throws IOException {
        MessageDigest digest = Hashing.newSha256();
        long size = 0;
        try (BlobFile file = BlobFile.create(fresh, key)) {
            byte[] chunk = content.readNBytes(BlobCipher.CHUNK);
            for (long index = 0; ; index++) {
                digest.update(chunk);
                size += chunk.length;
                if (size > most) {
                    throw new TooLargeException(most);
                }
                byte[] next = chunk.length < BlobCipher.CHUNK ? new byte[0] : content.readNBytes(BlobCipher.CHUNK);
                file.writeChunk(index, next.length == 0, chunk, chunk.length);
                if (next.length == 0) {
                    break;
                }
                chunk = next;
            }
            file.force();
        }
        return new Blob(owner, Hashing.hex(digest), size);
    }

    @Override
    public boolean holds(Blob blob) throws IOException {
        Optional<byte[]> key = keys.find(blob.owner());
        return key.isPresent() && isWhole(placeOnce(key.get(), blob), blob);
    }

    private static boolean isWhole(Path file, Blob blob) throws IOException {
        return Files.exists(file) && Files.size(file) == BlobLayout.fileLength(blob.size());
    }

    @Override
    public Optional<InputStream> open(Blob blob, long from) throws IOException {
        Optional<byte[]> key = keys.find(blob.owner());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = place(key.get(), blob.sha256());
            if (!isWhole(file, blob)) {
                return Optional.empty();
            }
            return Optional.of(
                    new BlobInput(BlobFile.open(file, key.get(), StandardOpenOption.READ), blob.size(), from));
        } finally {
            Arrays.fill(key.get(), (byte) 0);
        }
    }

    @Override
    public Arriving receive(Blob blob) throws IOException {
        byte[] key = keys.findOrMake(blob.owner());
        try {
            PrivateFiles.createFolder(arriving);
            PrivateFiles.createFolder(folder);
            Path complete = place(key, blob.sha256());
            return ArrivingBlob.open(blob, arriving.resolve(complete.getFileName()), complete, key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public void delete(Blob blob) throws IOException {
        Optional<byte[]> key = keys.find(blob.owner());
        if (key.isPresent()) {
            Path file = placeOnce(key.get(), blob);
            Files.deleteIfExists(file);
            Files.deleteIfExists(arriving.resolve(file.getFileName()));
        }
    }

    @Override
    public void retain(Collection<Blob> needed) throws IOException {
        Set<Path> kept = new HashSet<>();
        for (Blob blob : needed) {
            Optional<byte[]> key = keys.find(blob.owner());
            if (key.isPresent()) {
                kept.add(placeOnce(key.get(), blob));
            }
        }
        for (Path file : filesIn(folder)) {
            if (!kept.contains(file)) {
                Files.deleteIfExists(file);
            }
        }
        for (Path file : filesIn(arriving)) {
            if (!underWay.contains(file) && !kept.contains(folder.resolve(file.getFileName()))) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public Set<UUID> companies() throws IOException {
        return keys.companies();
    }

    @Override
    public void shred(UUID company) throws IOException {
        keys.forget(KeyOwner.of(company)); // the files are noise from here on; retain() takes them away
    }

    @Override
    public long bytes() throws IOException {
        long sum = 0;
        for (Path place : List.of(folder, arriving)) {
            for (Path file : filesIn(place)) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    /** Wipes the key. */
    private Path placeOnce(byte[] key, Blob blob) {
        Path file = place(key, blob.sha256());
        Arrays.fill(key, (byte) 0);
        return file;
    }

    private Path place(byte[] key, String sha256) {
        return folder.resolve(BlobCipher.fileName(key, sha256));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (NoSuchFileException e) {
            return List.of(); // nothing was ever kept
        }
    }
}
