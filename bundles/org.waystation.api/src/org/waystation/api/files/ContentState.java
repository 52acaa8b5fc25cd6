package org.waystation.api.files;

/** Where a content is: here, at the server, or on its way. */
public sealed interface ContentState {

    /** Here only; it goes to the server once that answers. */
    record LocalOnly() implements ContentState {}

    /**
     * On its way to the server.
     *
     * @param percent 0 to 100
     */
    record Uploading(int percent) implements ContentState {}

    /** Here and at the server. */
    record Uploaded() implements ContentState {}

    /** At the server only. */
    record NotDownloaded() implements ContentState {}

    /**
     * On its way here.
     *
     * @param percent 0 to 100
     */
    record Downloading(int percent) implements ContentState {}

    /**
     * The way ended for a reason that does not pass by itself.
     *
     * @param here whether the content is here
     * @param reason in words for the technician, with what to do
     */
    record Failed(boolean here, String reason) implements ContentState {}

    /** Whether it can be opened without the server. */
    default boolean isHere() {
        return switch (this) {
            case LocalOnly local -> true;
            case Uploading uploading -> true;
            case Uploaded uploaded -> true;
            case NotDownloaded missing -> false;
            case Downloading downloading -> false;
            case Failed failed -> failed.here();
        };
    }
}
