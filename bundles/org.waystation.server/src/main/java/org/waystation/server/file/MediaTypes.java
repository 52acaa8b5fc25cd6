package org.waystation.server.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a content is by its first bytes (WHATWG MIME Sniffing, section 6); its name is the sender's claim. */
final class MediaTypes {

    private static final int LOOK = 4096;
    private static final Map<String, String> STARTS = new LinkedHashMap<>();

    static {
        STARTS.put("89504e470d0a1a0a", "image/png");
        STARTS.put("ffd8ff", "image/jpeg");
        STARTS.put("474946383761", "image/gif");
        STARTS.put("474946383961", "image/gif");
        STARTS.put("255044462d", "application/pdf");
        STARTS.put("504b0304", "application/zip");
        STARTS.put("1f8b", "application/gzip");
        STARTS.put("28b52ffd", "application/zstd");
        STARTS.put("377abcaf271c", "application/x-7z-compressed");
        STARTS.put("4d5a", "application/vnd.microsoft.portable-executable");
        STARTS.put("7f454c46", "application/x-elf");
    }

    private MediaTypes() {}

    /** {@code application/octet-stream} where it is nothing known and no text. */
    static String sniff(byte[] start) {
        String hex = HexFormat.of().formatHex(start, 0, Math.min(start.length, 16));
        for (Map.Entry<String, String> entry : STARTS.entrySet()) {
            if (hex.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        return isText(start) ? "text/plain" : "application/octet-stream";
    }

    private static boolean isText(byte[] start) {
        int length = Math.min(start.length, LOOK);
        CharBuffer text = CharBuffer.allocate(LOOK);
        // Not at the end: the look may end within a character.
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(start, 0, length), text, false);
        return !result.isError()
                && text.flip().chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }
}
