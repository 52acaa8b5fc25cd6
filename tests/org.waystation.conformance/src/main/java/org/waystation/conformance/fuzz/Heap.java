package org.waystation.conformance.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waystation.conformance.Api;
import org.waystation.conformance.Reply;

/** What a server's Java heap holds, as its metrics say. */
public final class Heap {

    private static final Pattern USED =
            Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E+]+)", Pattern.CASE_INSENSITIVE);

    private final Api api;
    private final OptionalLong process;

    /**
     * @param process whose garbage is collected before each look, on this machine; empty to look as it is
     */
    public Heap(Api api, OptionalLong process) {
        this.api = api;
        this.process = process;
    }

    /** In bytes; empty where the token may not see the metrics. */
    public OptionalLong used() throws IOException, InterruptedException {
        if (process.isPresent()) {
            collect(process.getAsLong());
        }
        Reply metrics = api.get("/metrics");
        Matcher matcher = USED.matcher(metrics.text());
        return metrics.status() == 200 && matcher.find()
                ? OptionalLong.of((long) Double.parseDouble(matcher.group(1)))
                : OptionalLong.empty();
    }

    private static void collect(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
