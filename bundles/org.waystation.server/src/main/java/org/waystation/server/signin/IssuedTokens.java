package org.waystation.server.signin;

import java.time.Duration;

/**
 * What a signed-in program gets.
 *
 * @param access for requests
 * @param expiresIn how long the access token works
 * @param refresh for the next pair; works once
 */
public record IssuedTokens(String access, Duration expiresIn, String refresh) {

    @Override
    public String toString() {
        return "IssuedTokens[hidden]";
    }
}
