package org.waystation.plugins.internal.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Opens the files of a repository, by an address of http, https or file, or the path of a folder. */
final class RepositorySource {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final String address;

    RepositorySource(String address) {
        this.address = address.endsWith("/") ? address : address + "/";
    }

    /**
     * Opens a file of it.
     *
     * @param name relative, and not leaving the repository
     */
    InputStream open(String name) throws IOException, InterruptedException {
        if (name.isBlank()
                || name.startsWith("/")
                || name.contains("..")
                || name.contains(":")
                || name.contains("\\")) {
            throw new IOException("“" + name + "” is not a file of the repository");
        }
        return address.startsWith("http:") || address.startsWith("https:")
                ? fetch(name)
                : Files.newInputStream(path(name));
    }

    private Path path(String name) {
        Path folder = address.startsWith("file:") ? Path.of(URI.create(address)) : Path.of(address);
        return folder.resolve(name);
    }

    private InputStream fetch(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address).resolve(name))
                .timeout(ANSWER)
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(address + name + " answered " + response.statusCode());
            }
            return new ByteArrayInputStream(response.body());
        }
    }
}
