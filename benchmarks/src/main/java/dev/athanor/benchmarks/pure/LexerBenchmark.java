package dev.athanor.benchmarks.pure;

import dev.athanor.migration.sql.Lexer;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import dev.athanor.migration.sql.TokenKind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** SQL text, in millions of characters a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LexerBenchmark {

    private static final int MEGABYTES = 8;

    private String text = "";

    /** Generates the text. */
    @Setup
    public void generate() {
        text = Generated.sql(MEGABYTES * 1_000_000);
    }

    /** Reads every token. */
    @Benchmark
    @OperationsPerInvocation(MEGABYTES)
    public int tokens() {
        Lexer lexer = new Lexer(text, 0, text.length(), 1);
        int tokens = 0;
        while (lexer.next() != TokenKind.END) {
            tokens++;
        }
        return tokens;
    }

    /** Tells statements apart. */
    @Benchmark
    @OperationsPerInvocation(MEGABYTES)
    public List<Statement> statements() {
        return StatementSplitter.split(text);
    }
}
