package org.waystation.server.database;

/**
 * How to reach the database.
 *
 * @param url {@code jdbc:postgresql:…}
 * @param user empty where the URL or the driver's own password file says it
 * @param password empty likewise
 */
public record DatabaseAccess(String url, String user, String password) {

    @Override
    public String toString() {
        return "DatabaseAccess[the URL and the password are not for logs]";
    }
}
