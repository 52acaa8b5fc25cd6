package org.waystation.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes use, from Linux's /proc (proc(5)). */
final class ProcessFigures {

    private static final double TICKS_A_SECOND = 100;
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CHILDREN_UTIME = 13;
    private static final int CHILDREN_STIME = 14;

    private ProcessFigures() {}

    /** Seconds of processor time of one process so far. */
    static double seconds(ProcessHandle process) throws IOException {
        return seconds(process, false);
    }

    /** Seconds of processor time of all descendants so far, of those that have ended too. */
    static double secondsOfDescendants(ProcessHandle process) throws IOException {
        double sum = 0;
        for (ProcessHandle child : process.descendants().toList()) {
            if (child.isAlive()) {
                sum += seconds(child, true);
            }
        }
        return sum;
    }

    private static double seconds(ProcessHandle process, boolean withEnded) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        // The name in brackets may hold blanks; what follows it is counted from there.
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        Stream<Integer> wanted =
                withEnded ? Stream.of(UTIME, STIME, CHILDREN_UTIME, CHILDREN_STIME) : Stream.of(UTIME, STIME);
        return wanted.mapToLong(field -> Long.parseLong(fields.get(field))).sum() / TICKS_A_SECOND;
    }

    /** Megabytes of memory that a process holds now. */
    static long residentMegabytes(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .sum();
    }

    /** Megabytes of used heap, by the server's own metrics. */
    static long heapMegabytes(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"}"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) / 1_048_576)
                .sum();
    }
}
