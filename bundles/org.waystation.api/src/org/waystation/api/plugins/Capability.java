package org.waystation.api.plugins;

import java.util.Optional;

/**
 * Something a plug-in must declare before it is handed the services for it. Shown when it is installed and again when
 * an update wants more. This is no sandbox: it decides which services are handed out, not what Java code can do.
 */
public enum Capability {
    TICKETS_WRITE("tickets.write", "Read and change tickets"),
    ASSETS_WRITE("assets.write", "Read and change assets"),
    ARTICLES_WRITE("articles.write", "Read and change articles"),
    COMPANIES_WRITE("companies.write", "Read and change companies"),
    INSIGHT("insight", "Read what was worked for whom, and what it costs"),
    SYNC("sync", "See and steer the sync with the server"),
    BACKEND("backend", "Connect a remote system as a backend"),
    CREDENTIALS("credentials", "Use credentials from the vault"),
    REMOTE_SESSION("remote-session", "Open remote sessions"),
    NETWORK("network", "Connect to the network"),
    FILES("files", "Read and write files, those of the profile and attachments among them"),
    PLUGINS("plugins", "Install, update and remove plug-ins");

    private final String word;
    private final String sentence;

    Capability(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** As written in the manifest. */
    public String word() {
        return word;
    }

    /** As shown to people. */
    public String sentence() {
        return sentence;
    }

    public static Optional<Capability> of(String word) {
        for (Capability capability : values()) {
            if (capability.word.equals(word)) {
                return Optional.of(capability);
            }
        }
        return Optional.empty();
    }
}
