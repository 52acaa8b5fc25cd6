package org.waystation.backend.msp;

import java.util.Arrays;

/** A bearer token (RFC 6750). Never shown, logged or compared in text; wiped when it is over. */
public final class AccessToken {

    private final char[] characters;

    /**
     * @param characters copied; the caller wipes its own
     * @throws IllegalArgumentException where it holds anything but visible ASCII, which no header may carry
     */
    public AccessToken(char[] characters) {
        for (char c : characters) {
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException("A token is made of visible ASCII characters only.");
            }
        }
        if (characters.length == 0) {
            throw new IllegalArgumentException("A token is not empty.");
        }
        this.characters = characters.clone();
    }

    /** The value of the Authorization header; made for one request at a time. */
    public String authorization() {
        return "Bearer " + String.valueOf(characters);
    }

    public void wipe() {
        Arrays.fill(characters, '*');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessToken token && Arrays.equals(characters, token.characters);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(characters);
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
