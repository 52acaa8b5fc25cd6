package org.waystation.sessions.ssh.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.waystation.api.session.RemoteFile;
import org.waystation.api.session.RemoteFiles;
import org.waystation.api.work.WorkProgress;

/** Remote files over SFTP (draft-ietf-secsh-filexfer-02). */
final class SftpFiles implements RemoteFiles {

    /** The end of a name while the file is not whole. */
    static final String PART = ".part";

    private static final int BLOCK = 32 * 1024;

    private final SftpClient client;

    SftpFiles(SftpClient client) {
        this.client = client;
    }

    @Override
    public String home() throws IOException {
        return client.canonicalPath(".");
    }

    @Override
    public List<RemoteFile> list(String folder) throws IOException {
        List<RemoteFile> files = new ArrayList<>();
        try (CloseableHandle handle = client.openDir(folder)) {
            List<DirEntry> some = client.readDir(handle);
            while (some != null) {
                for (DirEntry entry : some) {
                    String name = entry.getFilename();
                    if (!name.equals(".") && !name.equals("..")) {
                        files.add(file(folder, name, entry.getAttributes()));
                    }
                }
                some = client.readDir(handle);
            }
        }
        return files;
    }

    private RemoteFile file(String folder, String name, Attributes attributes) {
        boolean isFolder = attributes.isDirectory();
        if (attributes.isSymbolicLink()) {
            isFolder = leadsToFolder(join(folder, name));
        }
        Instant modified = attributes.getModifyTime() == null
                ? Instant.EPOCH
                : attributes.getModifyTime().toInstant();
        return new RemoteFile(
                join(folder, name), name, isFolder, attributes.isSymbolicLink(), attributes.getSize(), modified);
    }

    private boolean leadsToFolder(String link) {
        try {
            return client.stat(link).isDirectory();
        } catch (IOException e) {
            return false; // leads nowhere
        }
    }

    private static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    @Override
    public void createFolder(String path) throws IOException {
        client.mkdir(path);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        client.rename(from, to);
    }

    @Override
    public void remove(RemoteFile file) throws IOException {
        if (file.folder() && !file.link()) {
            client.rmdir(file.path());
        } else {
            client.remove(file.path());
        }
    }

    @Override
    public void download(RemoteFile file, Path target, WorkProgress progress) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + PART);
        long size = client.stat(file.path()).getSize();
        long have = Files.exists(part) ? Files.size(part) : 0;
        if (have > size) {
            have = 0; // another file than the one that was begun
        }
        try (CloseableHandle handle = client.open(file.path(), OpenMode.Read);
                SeekableByteChannel to =
                        Files.newByteChannel(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            to.truncate(have);
            to.position(have);
            OutputStream out = Channels.newOutputStream(to);
            byte[] block = new byte[BLOCK];
            int length = 0;
            while (length >= 0 && !progress.cancelled()) {
                progress.at(have, size);
                length = client.read(handle, have, block, 0, block.length);
                if (length > 0) {
                    out.write(block, 0, length);
                    have += length;
                }
            }
        }
        if (!progress.cancelled()) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            progress.at(have, size);
        }
    }

    @Override
    public void upload(Path source, String target, WorkProgress progress) throws IOException {
        String part = target + PART;
        long size = Files.size(source);
        long have = sizeOf(part);
        if (have > size) {
            have = 0;
        }
        try (CloseableHandle handle = have == 0
                        ? client.open(part, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)
                        : client.open(part, OpenMode.Write);
                InputStream in = Files.newInputStream(source)) {
            in.skipNBytes(have);
            byte[] block = new byte[BLOCK];
            int length = 0;
            while (length >= 0 && !progress.cancelled()) {
                progress.at(have, size);
                length = in.read(block);
                if (length > 0) {
                    client.write(handle, have, block, 0, length);
                    have += length;
                }
            }
        }
        if (!progress.cancelled()) {
            replace(part, target);
            progress.at(have, size);
        }
    }

    /** A rename of the old protocol does not replace, so what is there goes first. */
    private void replace(String part, String target) throws IOException {
        if (sizeOf(target) > 0 || exists(target)) {
            client.remove(target);
        }
        client.rename(part, target);
    }

    private long sizeOf(String path) throws IOException {
        try {
            return client.stat(path).getSize();
        } catch (SftpException e) {
            return missing(e) ? 0 : fail(e);
        }
    }

    private boolean exists(String path) throws IOException {
        try {
            client.lstat(path);
            return true;
        } catch (SftpException e) {
            return !missing(e) && fail(e) == 0;
        }
    }

    private static boolean missing(SftpException e) {
        return e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE;
    }

    private static long fail(SftpException e) throws SftpException {
        throw e;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
