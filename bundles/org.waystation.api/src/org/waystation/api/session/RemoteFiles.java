package org.waystation.api.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.waystation.api.work.WorkProgress;

/** The files of a remote machine. Paths are the remote machine's, separated by a slash. Calls block. */
@ConsumerType
public interface RemoteFiles extends AutoCloseable {

    /** The folder one begins in. */
    String home() throws IOException;

    /** What is in a folder, without itself and its parent, in no order. */
    List<RemoteFile> list(String folder) throws IOException;

    void createFolder(String path) throws IOException;

    void rename(String from, String to) throws IOException;

    /** Removes a file, or a folder that is empty. */
    void remove(RemoteFile file) throws IOException;

    /**
     * Fetches a file. A part file beside the target, left by an earlier try, is continued where it still fits; the target
     * appears only when it is whole.
     *
     * @param progress in bytes; where it says cancelled the part file stays for the next try
     */
    void download(RemoteFile file, Path target, WorkProgress progress) throws IOException;

    /** Sends a file, in the same way with a part file on the remote machine. */
    void upload(Path source, String target, WorkProgress progress) throws IOException;

    @Override
    void close() throws IOException;
}
