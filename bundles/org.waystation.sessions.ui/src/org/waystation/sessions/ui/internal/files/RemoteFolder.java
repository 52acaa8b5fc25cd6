package org.waystation.sessions.ui.internal.files;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.waystation.api.session.RemoteSession;

/** Folders of the remote machine. */
final class RemoteFolder implements Folder {

    private final RemoteSession session;

    RemoteFolder(RemoteSession session) {
        this.session = session;
    }

    @Override
    public CompletionStage<Content> open(String path) {
        return session.withFiles("Reading " + path, (files, progress) -> {
            String folder = path.isEmpty() ? files.home() : path;
            List<Entry> entries = files.list(folder).stream()
                    .map(f -> new Entry(f.path(), f.name(), f.folder(), f.size(), f.modifiedAt()))
                    .toList();
            return new Content(folder, entries);
        });
    }

    @Override
    public String above(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
