package org.waystation.sessions.ui.internal.files;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** One machine's folders. */
interface Folder {

    /** What is in a folder; of the one to begin with for an empty path. */
    CompletionStage<Content> open(String path);

    /** The folder above; the same at the top. */
    String above(String path);

    /** A folder's full path and what is in it. */
    record Content(String path, List<Entry> entries) {}
}
