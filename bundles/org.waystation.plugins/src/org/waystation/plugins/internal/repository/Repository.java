package org.waystation.plugins.internal.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Version;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;
import org.waystation.api.plugins.RepositoryOffer;
import org.waystation.plugins.internal.pack.Hashes;
import org.waystation.plugins.internal.trust.JsonFields;
import org.waystation.plugins.internal.trust.Revocations;

/**
 * A repository: {@code index.json} and the packages it names.
 *
 * <pre>{"plugins":[{"id":"com.acme.hello","version":"1.0.0","name":"Hello","summary":"Says hello",
 *   "news":"Says it in Finnish too.",
 *   "file":"com.acme.hello-1.0.0.jar","sha256":"…"}],
 *  "revoked":[{"id":"com.acme.hello","versions":"[1.0,1.2)","why":"…"}]}</pre>
 *
 * The index is not signed. It can offer less than there is, and nothing that the packages' own signatures do not bear
 * out.
 */
public final class Repository {

    private static final int MOST_OF_INDEX = 16 << 20;
    private static final Set<String> ENTRY = Set.of("id", "version", "name", "summary", "news", "file", "sha256");

    private final String address;
    private final RepositorySource source;
    private final long mostOfPackage;

    /**
     * @param address of http, https or file, or the path of a folder
     * @param mostOfPackage bytes after which a package is given up
     */
    public Repository(String address, long mostOfPackage) {
        this.address = address;
        this.source = new RepositorySource(address);
        this.mostOfPackage = mostOfPackage;
    }

    /** What it holds now. */
    public record Index(List<RepositoryOffer> offers, Revocations revocations) {
        public Index {
            offers = List.copyOf(offers);
        }
    }

    /** Reads the index; an entry that does not make sense makes all of it wrong. */
    public Index read() throws IOException, InterruptedException {
        try (InputStream in = source.open("index.json")) {
            byte[] json = in.readNBytes(MOST_OF_INDEX);
            JsonFields fields = JsonFields.read(json, Set.of("plugins", "revoked"));
            List<RepositoryOffer> offers = new ArrayList<>();
            for (JsonFields each : fields.objects("plugins", ENTRY)) {
                offers.add(new RepositoryOffer(
                        address,
                        each.needed("id"),
                        Version.parseVersion(each.needed("version")).toString(),
                        each.needed("name"),
                        each.text("summary").orElse(""),
                        each.text("news").orElse(""),
                        each.needed("file"),
                        each.needed("sha256")));
            }
            return new Index(offers, Revocations.of(fields));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Fetches a package, and refuses one that is not what the index says. */
    public Path fetch(RepositoryOffer offer, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve(Path.of(offer.file()).getFileName());
        try (InputStream in = source.open(offer.file());
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > mostOfPackage) {
                    throw new PluginRefusedException(new Refusal.TooLarge("The package", size, mostOfPackage));
                }
                out.write(buffer, 0, n);
            }
        }
        if (!Hashes.of(file).equalsIgnoreCase(offer.contentHash())) {
            throw new PluginRefusedException(
                    new Refusal.Tampered(offer.file(), "it is not what the repository's index says"));
        }
        return file;
    }
}
