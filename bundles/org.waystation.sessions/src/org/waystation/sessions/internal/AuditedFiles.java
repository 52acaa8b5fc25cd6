package org.waystation.sessions.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.waystation.api.session.RemoteFile;
import org.waystation.api.session.RemoteFiles;
import org.waystation.api.work.WorkProgress;

/** Tells the audit trail of what was sent, fetched and changed. */
final class AuditedFiles implements RemoteFiles {

    private final RemoteFiles files;
    private final LiveSession session;
    private final Journal journal;
    private final AtomicInteger transfers;

    AuditedFiles(RemoteFiles files, LiveSession session, Journal journal, AtomicInteger transfers) {
        this.files = files;
        this.session = session;
        this.journal = journal;
        this.transfers = transfers;
    }

    @Override
    public String home() throws IOException {
        return files.home();
    }

    @Override
    public List<RemoteFile> list(String folder) throws IOException {
        return files.list(folder);
    }

    @Override
    public void createFolder(String path) throws IOException {
        files.createFolder(path);
        journal.file(session, "session.folder", path);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        files.rename(from, to);
        journal.file(session, "session.rename", from + " to " + to);
    }

    @Override
    public void remove(RemoteFile file) throws IOException {
        files.remove(file);
        journal.file(session, "session.remove", file.path());
    }

    @Override
    public void download(RemoteFile file, Path target, WorkProgress progress) throws IOException {
        files.download(file, target, progress);
        if (Files.exists(target)) {
            transfers.incrementAndGet();
            journal.file(session, "session.download", file.path() + ", " + Files.size(target) + " bytes");
        }
    }

    @Override
    public void upload(Path source, String target, WorkProgress progress) throws IOException {
        files.upload(source, target, progress);
        if (!progress.cancelled()) {
            transfers.incrementAndGet();
            journal.file(session, "session.upload", target + ", " + Files.size(source) + " bytes");
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
